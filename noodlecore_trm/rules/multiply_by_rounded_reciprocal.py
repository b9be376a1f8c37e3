"""
Multiply a float by the reciprocal of a constant instead of dividing it.

    x / 3   ->   x * (1 / 3)

Before:

    def thirds(text):
        size = len(text) / 7
        turns = 0
        while size > 0.1:
            size = size / 3
            turns += 1
        return turns

After:

    def thirds(text):
        size = len(text) / 7
        turns = 0
        while size > 0.1:
            size = size * (1 / 3)
            turns += 1
        return turns

Why: a multiplication is faster than a division, and the compiler works the reciprocal out. It is
rounded, so the product may differ from the quotient in the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import FLOAT
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "operand_may_be_no_float": "`n / 3` of a huge int is right where `n * (1 / 3)` raises OverflowError",
    "reciprocal_is_no_number": "`x / 0` raises only where it is reached, and `1 / 1e-320` is infinite",
}

_LARGEST = 1e300


@dataclass(frozen=True)
class Division:
    """A division by a constant."""

    division: Op


def match(function: Function, op: Op) -> bool:
    left, right = op.operands
    return (
        op.attrs["op"] == "/"
        and left.kind != "constant"
        and right.kind == "constant"
        and type(right.attrs["value"]) in (int, float)
    )


def prove(function: Function, op: Op) -> Division | Refused:
    if function.value(op.operands[0]) != FLOAT:
        return Refused("operand_may_be_no_float")
    if not 1 / _LARGEST < op.operands[1].attrs["value"] < _LARGEST:
        return Refused("reciprocal_is_no_number")
    return Division(op)


def build(proof: Division) -> Replacement:
    dividend, divisor = map(clone, proof.division.operands)
    product = make.binary("*", dividend, make.binary("/", make.constant(1), divisor))
    return Replacement((Edit((proof.division,), (product,)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("binary",), match, prove, build, REFUSALS, needs="fp_relaxed")
