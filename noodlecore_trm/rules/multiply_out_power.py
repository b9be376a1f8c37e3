"""
Multiply a float with itself instead of raising it to a small power.

    x ** 2        ->   x * x
    (a - b) ** 3  ->   (base := a - b) * base * base

Before:

    def energy(text):
        speed = len(text) / 4
        total = 0.0
        for k in range(50):
            total += speed ** 2 + (speed - 1.5) ** 2
            speed = speed * 0.75
        return total

After:

    def energy(text):
        speed = len(text) / 4
        total = 0.0
        for k in range(50):
            total += speed * speed + (base := speed - 1.5) * base
            speed = speed * 0.75
        return total

Why: a power goes through the C library's `pow` and costs several multiplications. Its last bit may
differ, and where the power raises OverflowError the product is infinite.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import FLOAT
from noodlecore_trm.ir.facts.uses import is_iterated
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "base_may_be_no_float": "an array multiplies in its own way, and `n ** 2` of an int never overflows",
    "temporary_would_be_seen": "a new name at module or class level is part of the namespace",
    "temporary_has_no_place": "`[x for x in (base := f()) * base]` is a syntax error",
}


@dataclass(frozen=True)
class Power:
    """The power, how often its base is a factor, and the name for a base that is to be computed once."""

    power: Op
    factors: int
    name: str


def match(function: Function, op: Op) -> bool:
    base, exponent = op.operands
    return (
        op.attrs["op"] == "**"
        and base.kind != "constant"
        and exponent.kind == "constant"
        and exponent.attrs["value"] in (2, 3)
    )


def prove(function: Function, op: Op) -> Power | Refused:
    base, exponent = op.operands
    if function.value(base) != FLOAT:
        return Refused("base_may_be_no_float")
    factors = int(exponent.attrs["value"])
    if base.kind == "load" and function.is_local(base):
        return Power(op, factors, "")
    if function.is_module or any(region.scope is not None for region in function.regions_around(op)):
        return Refused("temporary_would_be_seen")
    if is_iterated(op):
        return Refused("temporary_has_no_place")
    return Power(op, factors, function.fresh_name("base"))


def build(proof: Power) -> Replacement:
    base = clone(proof.power.operands[0])
    product = make.walrus(proof.name, base) if proof.name else base
    for _ in range(proof.factors - 1):
        product = make.binary("*", product, make.load(proof.name) if proof.name else clone(base))
    return Replacement((Edit((proof.power,), (product,)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("binary",), match, prove, build, REFUSALS, needs="fp_relaxed")
