"""
Write an int constant as a float where it meets a float.

    x * 2, 1 - x, x < 0   ->   x * 2.0, 1.0 - x, x < 0.0

Before:

    def decay(text):
        level = len(text) / 7
        steps = 0
        while level > 1:
            level -= level * 3 / 8 + 1
            steps += 1
        return level, steps

After:

    def decay(text):
        level = len(text) / 7
        steps = 0
        while level > 1.0:
            level -= level * 3.0 / 8.0 + 1.0
            steps += 1
        return level, steps

Why: with an int the operation has to find out how to mix the two and makes a float of the int, each
time; for two floats CPython has a short way. The int is small enough to be a float exactly, so the
operation is made with the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import FLOAT
from noodlecore_trm.ir.op import Op
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "other_side_may_be_no_float": "`(0.5 if text else 1) * 2` may be an int",
    "constant_is_large": "`x < 2 ** 53 + 1` compares with a number that no float is equal to",
}

_OPERATORS = frozenset(("+", "-", "*", "/", "//", "%", "**"))
_COMPARISONS = frozenset(("<", "<=", ">", ">=", "==", "!="))
_EXACT = 1 << 53


@dataclass(frozen=True)
class Mixed:
    """The constant."""

    constant: Op


def match(function: Function, op: Op) -> bool:
    return any("float" in function.value(each) for _, met in _constants(op) for each in met)


def _constants(op: Op) -> list[tuple[Op, list[Op]]]:
    """The int constants that an operation takes, each with what it meets."""
    if op.kind == "chain":
        parts = [*op.operands, *(region.result for region in op.regions)]
        symbols = op.attrs["ops"]
    else:
        parts = list(op.operands)
        symbols = (op.attrs["op"],)
    known = _COMPARISONS if op.kind in ("chain", "compare") else _OPERATORS
    found = []
    for index, part in enumerate(parts):
        around = symbols[max(0, index - 1) : index + 1]
        if part.kind == "constant" and type(part.attrs["value"]) is int and known.issuperset(around):
            met = [*parts[max(0, index - 1) : index], *parts[index + 1 : index + 2]]
            if all(each.kind != "constant" for each in met):
                found.append((part, met))
    return found


def prove(function: Function, op: Op) -> Mixed | Refused:
    large = False
    for constant, met in _constants(op):
        if all(function.value(each) == FLOAT for each in met):
            if abs(constant.attrs["value"]) <= _EXACT:
                return Mixed(constant)
            large = True
    return Refused("constant_is_large" if large else "other_side_may_be_no_float")


def build(proof: Mixed) -> Replacement:
    return Replacement((Edit((proof.constant,), (make.constant(float(proof.constant.attrs["value"])),)),))


_ROOTS = ("binary", "inplace", "compare", "chain")
RULE = Rule(__name__.rpartition(".")[2], "expressions", _ROOTS, match, prove, build, REFUSALS)
