"""
Make the range of an inner loop once, before the outer loop.

    for ...: for j in range(n): ...   ->   span = range(n)
                                           for ...: for j in span: ...

Before:

    def pairs(text):
        size = len(text.split())
        found = 0
        for i in range(size):
            for j in range(size):
                found += i ^ j
        return found

After:

    def pairs(text):
        size = len(text.split())
        found = 0
        span = range(size)
        for i in range(size):
            for j in span:
                found += i ^ j
        return found

Why: looking `range` up and calling it costs as much as several turns of a short loop. A range is
not changed by iterating over it, and nothing but the loop gets hold of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.bounds import range_arguments
from noodlecore_trm.ir.facts.loops import changed_names, is_steady, reads_what_changes, same
from noodlecore_trm.ir.op import Op, running
from noodlecore_trm.rules.rule import Refused, Replacement, Rule, computed_before

REFUSALS = {
    "may_raise": "`range(n)` with a float for n raises TypeError, but not in an outer loop of no turns",
    "reads_what_may_change": "`range(len(xs))` grows when the outer loop appends to xs",
    "shares_its_line": "`size = 3; found = 0` in the same block would have to be taken apart",
    "name_would_be_seen": "a new name at module level is part of the namespace",
}

_FORBIDDEN = RAISE | CALL | WRITE_HEAP | WRITE_SLOT | SUSPEND


@dataclass(frozen=True)
class Span:
    """The outer loop, the places with the call of range, and a name for its result."""

    loop: Op
    places: tuple[Op, ...]
    name: str


def match(function: Function, op: Op) -> bool:
    return op.region is not None and op.region.kind == "block" and bool(_ranges(function, op))


def _ranges(function: Function, loop: Op) -> list[Op]:
    """What loops inside a loop run over, where that is a range of names the loop does not bind."""
    inner = [op for op in running(*loop.regions[:2]) if op.kind == "for" or op.kind == "comp_for"]
    found = [op.operands[0] for op in inner if range_arguments(function, op.operands[0]) is not None]
    changed = changed_names(loop) if found else set()
    return [call for call in found if is_steady(function, changed, call)]


def prove(function: Function, op: Op) -> Span | Refused:
    assert op.region is not None
    if function.is_module:
        return Refused("name_would_be_seen")
    if op.region.inline:
        return Refused("shares_its_line")
    reason = ""
    ranges = _ranges(function, op)
    for call in ranges:
        refused = _refusal(function, op, call)
        if not refused:
            places = tuple(each for each in ranges if same(each, call))
            return Span(op, places, function.fresh_name("span"))
        reason = reason or refused
    return Refused(reason)


def _refusal(function: Function, loop: Op, call: Op) -> str:
    if function.tree_effects(call) & _FORBIDDEN:
        return "may_raise"
    return "reads_what_may_change" if reads_what_changes(function, loop, call) else ""


def build(proof: Span) -> Replacement:
    return computed_before(proof.loop, proof.places, proof.name)


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for", "while"), match, prove, build, REFUSALS)
