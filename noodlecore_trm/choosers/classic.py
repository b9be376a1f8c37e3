"""
The deterministic chooser: a fixed order with filters, from a measured table per interpreter.

It is the fallback of every other chooser and the baseline they have to beat.
"""

from __future__ import annotations

from noodlecore_trm.choosers.chooser import State
from noodlecore_trm.choosers.context import LOOPS, extent_of, is_warm, kind_of
from noodlecore_trm.choosers.cost import is_larger, weight
from noodlecore_trm.choosers.table import LEAST_GAIN, Entry, Table, current_table
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, walk
from noodlecore_trm.rules.listing import Candidate, growth
from noodlecore_trm.rules.rule import Rule


class ClassicChooser:
    """The first candidate of the table's order that passes its filters, until there is none."""

    name = "classic"

    def __init__(self, table: Table | None = None) -> None:
        self.table = current_table() if table is None else table

    def choose(self, state: State) -> Candidate | None:
        ranked = []
        for position, candidate in enumerate(state.candidates):
            entry = self.table.get(candidate.rule.name)
            if entry is not None and self._passes(entry, candidate, state):
                place = -position if entry.backwards else position
                depth = loop_depth(candidate.function, candidate.op)
                ranked.append((entry.order, depth if entry.outermost else -depth, place, candidate, entry))
        ranked.sort(key=lambda row: row[:3])
        for *_, candidate, entry in ranked:
            if self._fits(entry, candidate, state) and (not entry.opens or self._opens(entry, candidate, state)):
                return candidate
        return None

    def wants(self, rule: Rule) -> bool:
        entry = self.table.get(rule.name)
        return entry is not None and not entry.off

    def _passes(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        if entry.one_line and candidate.op.origin is not None:
            start, end = candidate.op.origin
            if b"\n" in candidate.function.facts.module.source[start:end]:
                return False
        if entry.integers and any(type(value) is not int for turn in candidate.proof.turns for value in turn.values()):
            return False
        if entry.warm and not is_warm(candidate.function, candidate.op, candidate.proof.callee.definition.regions[0]):
            return False
        if loop_depth(candidate.function, candidate.op, leaf=entry.leaf) < entry.loop_depth:
            return False
        if entry.statements is not None and not _is_brief(candidate.op, entry.statements):
            return False
        return pays(entry, candidate)

    def _fits(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        most = min((each for each in (entry.growth, state.slack) if each is not None), default=None)
        return most is None or growth(candidate) <= most

    def _opens(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        """Whether a candidate opens others that are together worth its place."""
        if state.remaining is not None and state.remaining < 2:
            return False
        after = state.preview((candidate,))
        if after is None:
            return False
        before = {_place(each) for each in state.candidates}
        whole = weight(candidate.op, candidate.op)
        gained = 0.0
        for each in after.candidates:
            wanted = self.table.get(each.rule.name)
            if _place(each) in before or wanted is None or wanted.off or wanted.opens:
                continue
            if not self._passes(wanted, each, state) or not self._fits(wanted, each, state):
                continue
            if loop_depth(each.function, each.op) >= 1:
                gained += max(0.0, gain_at(wanted, each) - 1.0) * min(1.0, weight(each.op, candidate.op) / whole)
        return gained >= entry.opens - 1.0


def _is_brief(loop: Op, most: int) -> bool:
    """Whether a turn of a loop is made of at most so many statements, none of which calls anything."""
    inside = list(walk(loop.regions[1]))
    return not any(op.kind == "call" for op in inside) and sum(op.is_statement for op in inside) <= most


def gain_at(entry: Entry, candidate: Candidate) -> float:
    """What a rule is measured to gain where a candidate stands."""
    function, op = candidate.function, candidate.op
    return entry.gain(kind_of(function, op), extent_of(function, op, entry.extent))


def pays(entry: Entry, candidate: Candidate) -> bool:
    """Whether a rule is measured to gain where a candidate stands, or opens others, or was not measured at all."""
    return bool(entry.opens) or not entry.gains or gain_at(entry, candidate) >= LEAST_GAIN


def _place(candidate: Candidate) -> tuple[str, object, bool]:
    """What makes a candidate the same as one found earlier in a copy of its code."""
    return candidate.rule.name, candidate.op.origin or candidate.op, getattr(candidate.proof, "trusted", False)


def loop_depth(function: Function, op: Op, *, leaf: bool = True) -> int:
    """Loops around an op; a small function without any loop is taken to be called in one."""
    depth = sum(1 for outer in function.enclosing(op) if outer.kind in LOOPS)
    if op.kind in LOOPS:
        depth += 1
    if leaf and depth == 0 and not function.is_module and not is_larger(function.body, 40):
        return int(not any(each.kind in LOOPS for each in function.body.ops))
    return depth
