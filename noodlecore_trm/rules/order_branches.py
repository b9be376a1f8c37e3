"""
Ask first what a profile has seen to hold most often.

    if x == a: A            if x == b: B
    elif x == b: B    ->    elif x == a: A
    else: C                 else: C

Before:

    def cost(text):
        letter = "abc"[len(text) % 3]
        if letter == "a":
            return 1
        elif letter == "b":
            return 2
        return 3

After:

    def cost(text):
        letter = "abc"[len(text) % 3]
        if letter == "b":
            return 2
        elif letter == "a":
            return 1
        return 3

Why: the tests compare one variable with different constants, so that at most one holds, whatever
the order. The profile says only which order is quicker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op, clone, walk
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "value_may_compare_in_its_own_way": "`x == 'a'` of an unknown object calls `__eq__`, which may print",
    "declares_a_name": "`global total` in an arm would come after uses of total in one that stood behind it",
    "tests_may_both_hold": "with x = True both `x == 1` and `x == True` hold, and the first one wins",
}

_COMPARABLE = ("int", "bool", "float", "str", "NoneType")
"""Not bytes: under `python -b` comparing them with a str warns."""


@dataclass(frozen=True)
class Chain:
    """The first `if`, and the arms in the order to ask in."""

    root: Op
    last: Op
    arms: tuple[Op, ...]


def match(function: Function, op: Op) -> bool:
    if op.attrs["elif"]:
        return False
    arms = list(_arms(op))
    return len(arms) > 1 and _by_frequency(function, arms) != arms


def _arms(op: Op) -> Iterator[Op]:
    """The `if` and the `elif`s below it, as long as they compare one and the same variable with constants."""
    name = _variable(op.operands[0])
    here: Op | None = op
    while name and here is not None and _variable(here.operands[0]) == name:
        yield here
        roots = list(here.regions[1].roots())
        here = roots[0] if len(roots) == 1 and roots[0].kind == "if" and roots[0].attrs["elif"] else None


def _variable(test: Op) -> str:
    """`x` of `x == 1` or `x in (1, 2)`."""
    if test.kind != "compare" or test.operands[0].kind != "load" or not _constants(test):
        return ""
    return str(test.operands[0].attrs["name"])


def _constants(test: Op) -> list[Op]:
    right = test.operands[1]
    if test.attrs["op"] == "==":
        return [right] if right.kind == "constant" else []
    if test.attrs["op"] == "in" and right.kind in ("tuple", "list", "set"):
        return list(right.operands) if all(each.kind == "constant" for each in right.operands) else []
    return []


def _by_frequency(function: Function, arms: list[Op]) -> list[Op]:
    """The arms, most frequent first; as they are if not all of them were seen."""
    outcomes = [function.facts.observed.outcomes(function, arm.operands[0]) for arm in arms]
    times = {id(arm): 0 if seen is None else -seen[0] for arm, seen in zip(arms, outcomes, strict=True)}
    return arms if None in outcomes else sorted(arms, key=lambda arm: times[id(arm)])


def prove(function: Function, op: Op) -> Chain | Refused:
    arms = list(_arms(op))
    if any(each.kind in ("global", "nonlocal") for arm in arms for region in arm.regions for each in walk(region)):
        return Refused("declares_a_name")
    variables = [arm.operands[0].operands[0] for arm in arms]
    constants = [_constants(arm.operands[0]) for arm in arms]
    if not all(function.is_exactly(each, *_COMPARABLE) for group in (variables, *constants) for each in group):
        return Refused("value_may_compare_in_its_own_way")
    values = [{each.attrs["value"] for each in group} for group in constants]
    if len(set().union(*values)) < sum(map(len, values)):
        return Refused("tests_may_both_hold")
    return Chain(op, arms[-1], tuple(_by_frequency(function, arms)))


def build(proof: Chain) -> Replacement:
    orelse = make.cloned(proof.last.regions[1])
    for arm in reversed(proof.arms):
        is_first = arm is proof.arms[0]
        new = Op("if", (clone(arm.operands[0]),), {"elif": not is_first}, (make.cloned(arm.regions[0]), orelse))
        orelse = make.block([new])
    return Replacement((Edit((proof.root,), (new,)),))


RULE = Rule(__name__.rpartition(".")[2], "branches", ("if",), match, prove, build, REFUSALS)
