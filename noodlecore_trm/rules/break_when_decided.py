"""
Leave a loop as soon as its only finding is made.

    for x in xs:                   ->   for x in xs:
        if x < 0: found = True              if x < 0: found = True; break

Before:

    def has_gap(word):
        found = False
        for size in range(len(word)):
            if size * size % 7 == 4:
                found = True
        return found

After:

    def has_gap(word):
        found = False
        for size in range(len(word)):
            if size * size % 7 == 4:
                found = True
                break
        return found

Why: the turns that are left can only find the same again. Nobody sees them: they call nothing that
is not known, change nothing and cannot raise.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.uses import yields_quietly
from noodlecore_trm.ir.moving import bound_in
from noodlecore_trm.ir.op import Op, everything
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "items_may_run_foreign_code": "an iterator in Python may count the items that were taken, or print",
    "test_may_run_code": "`if x == y` of objects of a class of one's own may print",
    "test_may_raise": '`if x > 3` raises TypeError for the "a" after the first 5',
    "binds_a_name": "`if (size := len(x)) > 3` leaves the size of the last item behind",
    "variable_is_used_afterwards": "the loop leaves its variable at the last item",
}


@dataclass(frozen=True)
class Finding:
    """The last statement of the branch that makes the finding."""

    last: Op


def match(function: Function, op: Op) -> bool:
    return not op.attrs["async"] and not op.regions[2].ops and _finding(op) is not None


def _finding(loop: Op) -> Op | None:
    """The last of the assignments of constants that a loop makes where its tests hold, if it does nothing else."""
    statements = list(loop.regions[1].roots())
    tests = 0
    while len(statements) == 1 and statements[0].kind == "if" and not statements[0].regions[1].ops:
        statements = list(statements[0].regions[0].roots())
        tests += 1
    return statements[-1] if tests and statements and all(map(_is_finding, statements)) else None


def _is_finding(op: Op) -> bool:
    return op.kind == "store" and op.attrs["scope"] in ("local", "cell") and op.operands[0].kind == "constant"


def prove(function: Function, op: Op) -> Finding | Refused:
    if not yields_quietly(function, op.operands[0]):
        return Refused("items_may_run_foreign_code")
    target, body, _ = op.regions
    mask = function.region_effects(target) | function.region_effects(body)
    if mask & (CALL | SUSPEND | WRITE_HEAP):
        return Refused("test_may_run_code")
    if mask & RAISE:
        return Refused("test_may_raise")
    if any(each.kind == "walrus" for each in everything(op)):
        return Refused("binds_a_name")
    if function.is_module or any(function.live_after(op, name) for name in bound_in(target)):
        return Refused("variable_is_used_afterwards")
    last = _finding(op)
    assert last is not None
    return Finding(last)


def build(proof: Finding) -> Replacement:
    return Replacement((Edit((proof.last,), (proof.last, Op("break"))),))


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for",), match, prove, build, REFUSALS)
