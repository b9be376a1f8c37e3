"""
The deterministic chooser: a fixed order with filters, from a measured table per interpreter.

It is the fallback of every other chooser and the baseline they have to beat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from noodlecore_trm.choosers.chooser import State
from noodlecore_trm.choosers.context import LOOPS, extent_of, is_ruled_out, is_warm, kind_of, most_turns_of
from noodlecore_trm.choosers.cost import Work, is_larger, size_of
from noodlecore_trm.choosers.table import LEAST_GAIN, Entry, Table, current_table
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.uses import is_quantifier
from noodlecore_trm.ir.op import Op, everything, tree, walk
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.listing import Candidate, growth
from noodlecore_trm.rules.rule import Rule
from noodlecore_trm.rules.specialize_loop import Version

Place = tuple[str, object, bool]

TEXT: Final = 0.05
"""The share of the work that a candidate has to save, besides, to double the statement around it."""

_STEPS: Final = 4
"""Candidates, one opened by the other, that are looked ahead."""

_SLIGHT: Final = 0.02

_MOVING: Final = frozenset(("loops", "calls"))
"""Families of rules that gain by what they leave out; others by operations that are quicker."""

_MOST_STEPS: Final = 8
"""Candidates about one variable that are looked ahead."""


class ClassicChooser:
    """The first candidate of the table's order that passes its filters, until there is none."""

    name = "classic"

    def __init__(self, table: Table | None = None) -> None:
        self.table = current_table() if table is None else table

    def choose(self, state: State) -> Candidate | None:
        ranked = []
        for position, candidate in enumerate(state.candidates):
            entry = self.table.get(candidate.rule.name)
            passes = entry is not None and self._passes(entry, candidate, state)
            if entry is not None and (passes or entry.leads_to):
                place = -position if entry.backwards else position
                depth = loop_depth(candidate.function, candidate.op)
                ranked.append((entry.order, depth if entry.outermost else -depth, place, candidate, entry, passes))
        ranked.sort(key=lambda row: row[:3])
        for *_, candidate, entry, passes in ranked:
            if self._wants(entry, candidate, state, passes):
                return candidate
        return None

    def turns_down(self, candidate: Candidate, state: State) -> bool:
        """
        Whether the filters of its rule, which weigh what a candidate brings against what it adds to the text, do not
        let it pass; a rule that the table does not know has none.
        """
        entry = self.table.get(candidate.rule.name)
        return entry is not None and not self._wants(entry, candidate, state, self._passes(entry, candidate, state))

    def _wants(self, entry: Entry, candidate: Candidate, state: State, passes: bool) -> bool:
        if not self._fits(entry, candidate, state):
            return False
        if not passes:
            return bool(entry.leads_to) and leads_to(entry.leads_to, candidate, state)
        if entry.least and self._saved(Work(candidate.function, _weighed(candidate)), entry, candidate) < entry.least:
            return False
        return not entry.saves or self._is_worth_its_text(entry, candidate, state)

    def wants(self, rule: Rule) -> bool:
        entry = self.table.get(rule.name)
        return entry is not None and not entry.off

    def _passes(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        if entry.one_line and candidate.op.origin is not None:
            start, end = candidate.op.origin
            if b"\n" in candidate.function.facts.module.source[start:end]:
                return False
        if entry.once and candidate.function.in_loop(candidate.op):
            return False
        if entry.integers and any(type(value) is not int for turn in candidate.proof.turns for value in turn.values()):
            return False
        if entry.turns and not _is_long(candidate, entry.turns):
            return False
        if isinstance(candidate.proof, Version) and _is_never_taken(candidate):
            return False
        if entry.warm and not is_warm(candidate.function, candidate.op, candidate.proof.callee.definition.regions[0]):
            return False
        if loop_depth(candidate.function, candidate.op, leaf=entry.leaf) < entry.loop_depth:
            return False
        if entry.statements is not None and not _is_brief(candidate.op, len(candidate.proof.turns), entry.statements):
            return False
        return pays(entry, candidate)

    def _fits(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        most = min((each for each in (entry.growth, state.slack) if each is not None), default=None)
        return most is None or growth(candidate) <= most

    def _is_worth_its_text(self, entry: Entry, candidate: Candidate, state: State) -> bool:
        """Whether what a candidate saves, with those that it opens, is enough for what it adds to the text."""
        around = _weighed(candidate)
        work = Work(candidate.function, around)
        wanted = entry.saves + TEXT * growth(candidate) / sum(map(size_of, around))
        if isinstance(candidate.proof, Version):
            wanted += sum(work.checking(check.levels) for check in candidate.proof.checks if not check.least)
        saved = 0.0 if entry.opens else self._saved(work, entry, candidate)
        if saved >= wanted:
            return True
        known = {place_of(each) for each in state.candidates}
        sequence: tuple[Candidate, ...] = (candidate,)
        steps = _STEPS if state.remaining is None else min(_STEPS, state.remaining - 1)
        for _ in range(steps):
            with state.preview(sequence) as after:
                opened = [] if after is None else list(self._opened(work, after.look(_made(sequence)), known, state))
            opened.sort(key=lambda pair: pair[0], reverse=True)
            if saved + sum(share for share, _ in _apart(opened)) >= wanted:
                return True
            share, best = opened[0] if opened else (0.0, candidate)
            if share < _SLIGHT:
                break
            saved += share
            sequence = (*sequence, best)
        return saved >= wanted

    def _opened(
        self, work: Work, candidates: Iterable[Candidate], known: set[Place], state: State
    ) -> Iterator[tuple[float, Candidate]]:
        """The wanted candidates that were not there before, with what each saves of the work."""
        for each in candidates:
            entry = self.table.get(each.rule.name)
            if place_of(each) in known or entry is None or entry.off or entry.opens:
                continue
            wanted = self._passes(entry, each, state) and self._fits(entry, each, state)
            if wanted and loop_depth(each.function, each.op) >= 1:
                yield self._saved(work, entry, each), each

    def _saved(self, work: Work, entry: Entry, candidate: Candidate) -> float:
        """How much of the work a candidate saves: by its ops; if it puts others in their place, as measured."""
        saved = work.saved(candidate)
        edits = [edit for edit in candidate.replacement.edits if candidate.op in edit.old]
        if candidate.op.kind in LOOPS and any(candidate.op not in edit.new for edit in edits):
            before = _loops(root for edit in edits for root in edit.old)
            after = _loops(root for edit in edits for root in edit.new)
            differs = after == 0 or (after <= before and saved <= 0)
        else:
            differs = saved <= 0 and candidate.rule.family not in _MOVING
        return work.share(candidate.op) * max(0.0, 1.0 - 1.0 / gain_at(entry, candidate)) if differs else saved


def _apart(ranked: Iterable[tuple[float, Candidate]]) -> Iterator[tuple[float, Candidate]]:
    """Those that can all be made: where two would replace the same ops, the first of them."""
    gone: set[Op] = set()
    for share, candidate in ranked:
        replaced = candidate.replacement.gone
        if replaced.isdisjoint(gone):
            gone |= replaced
            yield share, candidate


def _loops(roots: Iterable[Op]) -> int:
    return sum(op.kind in LOOPS for root in roots for op in everything(root))


def _weighed(candidate: Candidate) -> tuple[Op, ...]:
    """The statements that a version is made of; else that of the function, or of a branch of it, around a candidate."""
    if isinstance(candidate.proof, Version):
        return candidate.proof.statements
    return (_outermost(candidate.function, candidate.op),)


def _outermost(function: Function, op: Op) -> Op:
    """The outermost loop around an op; its statement if it is in none."""
    around = function.statement(op)
    for outer in function.enclosing(op):
        if outer.kind in LOOPS and outer.is_statement:
            around = outer
    return around


def _made(sequence: Sequence[Candidate]) -> list[Op] | None:
    """
    The ops that candidates, which have just been made, have put in their place, with what is around them: the outermost
    loop, or else the statement; of a version the arm that it is for. None if one of them has put nothing there.
    """
    found: dict[Op, None] = {}
    for candidate in sequence:
        function = candidate.function
        roots = [root for edit in candidate.replacement.edits for root in edit.new if _is_there(function, root)]
        if not roots:
            return None
        for root in roots:
            if isinstance(candidate.proof, Version):
                found.update(dict.fromkeys(root.regions[0].ops))
            else:
                found.update(dict.fromkeys(tree(_outermost(function, root))))
    return list(found)


def _is_there(function: Function, op: Op) -> bool:
    """Whether an op stands in a function: what was replaced later on still says where it stood."""
    here: Op | None = op
    while here is not None and here.region is not None and here in here.region.ops:
        if here.region is function.body:
            return True
        here = here.region.parent
    return False


def _is_never_taken(version: Candidate) -> bool:
    """Whether a test around a version leaves nothing for one of its checks."""
    function, statements = version.function, version.proof.statements
    return any(is_ruled_out(function, statements[0], check) for check in version.proof.checks)


def _is_long(candidate: Candidate, least: int) -> bool:
    """Whether a loop is not known to take fewer turns, or has others in it."""
    known = most_turns_of(candidate.function, candidate.op)
    return known is None or known >= least or any(op.kind in LOOPS for op in walk(candidate.op.regions[1]))


def _is_brief(loop: Op, turns: int, most: int) -> bool:
    """Whether the turns of a loop are made of at most so many statements, none of which calls anything."""
    inside = list(walk(loop.regions[1]))
    return not any(op.kind == "call" for op in inside) and turns * sum(op.is_statement for op in inside) <= most


def gain_at(entry: Entry, candidate: Candidate) -> float:
    """What a rule is measured to gain where a candidate stands."""
    function, op = candidate.function, candidate.op
    return entry.gain(kind_of(function, op), extent_of(function, op, entry.extent))


def pays(entry: Entry, candidate: Candidate) -> bool:
    """Whether a rule is measured to gain where a candidate stands, or opens others, or was not measured at all."""
    return bool(entry.opens) or not entry.gains or gain_at(entry, candidate) >= LEAST_GAIN


def leads_to(rule: str, candidate: Candidate, state: State) -> bool:
    """
    Whether a candidate and others of its rule about the same variable, together, make way for a rule in a loop.

    So the calls of an object's methods before and after a loop are inlined if that is what it takes to do without
    the object in the loop.
    """
    name = _variable(candidate)
    if not name or not _is_taken_apart_in_loop(candidate.function, name):
        return False
    sequence: tuple[Candidate, ...] = (candidate,)
    while len(sequence) <= _MOST_STEPS:
        with state.preview(sequence) as after:
            if after is None:
                return False
            if any(each.rule.name == rule and each.op.attrs.get("name") == name for each in after.candidates):
                return True
            alike = (each for each in after.candidates if each.rule is candidate.rule and _variable(each) == name)
            following = next(alike, None)
        if following is None:
            return False
        sequence = (*sequence, following)
    return False


def _variable(candidate: Candidate) -> str:
    """The variable that holds the object that a candidate is about: the one that it makes, or whose method it calls."""
    op, function = candidate.op, candidate.function
    holder = op if op.kind == "getattr" else op.operands[0]
    if holder.kind == "getattr":
        holder = holder.operands[0]
        return str(holder.attrs["name"]) if holder.kind == "load" and function.is_local(holder) else ""
    made = function.statement(op)
    return str(made.attrs["name"]) if op.kind == "call" and made.kind == "store" and function.is_local(made) else ""


def _is_taken_apart_in_loop(function: Function, name: str) -> bool:
    """Whether nothing but attributes of what a variable holds is ever used, and a loop uses one."""
    loads = [op for op in function.of_kind("load") if op.attrs["name"] == name]
    whole = any(user is None or user.kind not in ("getattr", "setattr") for user in map(consumer, loads))
    return not whole and any(map(function.in_loop, loads))


def place_of(candidate: Candidate) -> Place:
    """What makes a candidate the same as one found earlier in a copy of its code."""
    return candidate.rule.name, candidate.op.origin or candidate.op, getattr(candidate.proof, "trusted", False)


def loop_depth(function: Function, op: Op, *, leaf: bool = True) -> int:
    """Loops around an op; a small function without any loop is taken to be called in one."""
    depth = sum(1 for outer in function.enclosing(op) if outer.kind in LOOPS)
    if op.kind in LOOPS or is_quantifier(op):
        depth += 1
    if leaf and depth == 0 and not function.is_module and not is_larger(function.body, 40):
        return int(not any(each.kind in LOOPS for each in function.body.ops))
    return depth
