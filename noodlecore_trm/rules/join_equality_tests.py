"""
Ask once whether a value is one of several constants.

    x == 1 or x == 2 or x == 3     ->   x in {1, 2, 3}
    x != 1 and x != 2 and x != 3   ->   x not in {1, 2, 3}

Before:

    def is_small_odd(word):
        size = len(word)
        return size == 1 or size == 3 or size == 5

After:

    def is_small_odd(word):
        size = len(word)
        return size in {1, 3, 5}

Why: one lookup in a frozenset that CPython keeps as a constant takes the place of all tests.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import is_plain
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "value_may_compare_in_its_own_way": "an array compares item by item, and a list cannot be looked up in a set",
    "variable_may_be_changed": "a captured variable may be another one at the second test",
}

_TESTS = {"or": ("==", "in"), "and": ("!=", "not in")}
_LEAST = 3


@dataclass(frozen=True)
class Equalities:
    """The tests, the variable, and the constants in order."""

    tests: Op
    variable: Op
    constants: tuple[Op, ...]
    symbol: str


def match(function: Function, op: Op) -> bool:
    return _equalities(op) is not None


def _equalities(op: Op) -> Equalities | None:
    test, membership = _TESTS[op.attrs["op"]]
    parts = [op.operands[0], *(region.result for region in op.regions)]
    if len(parts) < _LEAST:
        return None
    constants = []
    for part in parts:
        if part.kind != "compare" or part.attrs["op"] != test:
            return None
        variable, constant = part.operands
        if variable.kind != "load" or constant.kind != "constant":
            return None
        if variable.attrs["name"] != parts[0].operands[0].attrs["name"]:
            return None
        constants.append(constant)
    return Equalities(op, parts[0].operands[0], tuple(constants), membership)


def prove(function: Function, op: Op) -> Equalities | Refused:
    found = _equalities(op)
    assert found is not None
    if not function.is_local(found.variable):
        return Refused("variable_may_be_changed")
    if not function.value(found.variable) or not is_plain(function.value(found.variable)):
        return Refused("value_may_compare_in_its_own_way")
    return found


def build(proof: Equalities) -> Replacement:
    display = Op("set", tuple(clone(constant) for constant in proof.constants))
    return Replacement((Edit((proof.tests,), (make.compare(proof.symbol, clone(proof.variable), display),)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("boolean",), match, prove, build, REFUSALS)
