"""
Multiply a float instead of dividing it by a power of two.

    x / 8   ->   x * 0.125

Before:

    def halvings(text):
        size = len(text) / 3
        turns = 0
        while size > 1.0:
            size = size / 2
            turns += 1
        return turns, size / 0.25

After:

    def halvings(text):
        size = len(text) / 3
        turns = 0
        while size > 1.0:
            size = size * 0.5
            turns += 1
        return turns, size * 4.0

Why: a multiplication is faster than a division. The reciprocal of a power of two is exact, so both
round the same number, bit by bit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import FLOAT
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "operand_may_be_no_float": "`n / 2` of a huge int, if n is no float, is right where `n * 0.5` raises OverflowError",
}

_LEAST = 0.5**1000


@dataclass(frozen=True)
class Division:
    """The division and the reciprocal."""

    division: Op
    reciprocal: float


def match(function: Function, op: Op) -> bool:
    dividend, divisor = op.operands
    if op.attrs["op"] != "/" or dividend.kind == "constant" or _reciprocal(divisor) is None:
        return False
    return "float" in function.value(dividend)


def _reciprocal(op: Op) -> float | None:
    """What a power of two has for a reciprocal; None of another expression."""
    value = op.attrs["value"] if op.kind == "constant" else None
    if not isinstance(value, int | float) or not _LEAST <= value <= 1 / _LEAST or math.frexp(value)[0] != 0.5:
        return None
    return 1 / value if type(value) is not bool and float(value) == value else None


def prove(function: Function, op: Op) -> Division | Refused:
    reciprocal = _reciprocal(op.operands[1])
    assert reciprocal is not None
    if function.value(op.operands[0]) != FLOAT:
        return Refused("operand_may_be_no_float")
    return Division(op, reciprocal)


def build(proof: Division) -> Replacement:
    value = make.constant(proof.reciprocal)
    return Replacement((Edit((proof.division,), (make.binary("*", clone(proof.division.operands[0]), value),)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("binary",), match, prove, build, REFUSALS)
