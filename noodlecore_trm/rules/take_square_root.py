"""
Take a square root instead of raising to the power of one half.

    (x * x + y * y) ** 0.5   ->   math.sqrt(x * x + y * y)

Before:

    import math

    def distance(text):
        width = len(text) / 3
        height = len(text) / 4
        return (width * width + height * height) ** 0.5

After:

    import math

    def distance(text):
        width = len(text) / 3
        height = len(text) / 4
        return math.sqrt(width * width + height * height)

Why: `sqrt` is one machine instruction, `pow` a series. The power may be off in the last bit. That
`math.sqrt` is what it was is assumed.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import FLOAT, NUMBERS
from noodlecore_trm.ir.facts.loops import same
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "base_may_be_no_float": "`n ** 0.5` of a huge int raises OverflowError with other words",
    "base_may_be_negative": "`(-4.0) ** 0.5` is a complex number, `math.sqrt(-4.0)` raises ValueError",
    "math_is_not_at_hand": "without `import math` at the top, or with another `math`, there is no sqrt",
}


@dataclass(frozen=True)
class Root:
    """The power."""

    power: Op


def match(function: Function, op: Op) -> bool:
    exponent = op.operands[1]
    return op.attrs["op"] == "**" and exponent.kind == "constant" and exponent.attrs["value"] == 0.5


def prove(function: Function, op: Op) -> Root | Refused:
    base = op.operands[0]
    if function.value(base) != FLOAT:
        return Refused("base_may_be_no_float")
    if not _is_not_negative(function, base):
        return Refused("base_may_be_negative")
    if not _has_math(function) or function.hides(op, "math"):
        return Refused("math_is_not_at_hand")
    return Root(op)


def _has_math(function: Function) -> bool:
    """Whether the module has imported math, and bound the name to nothing else, before it came to the function."""
    facts, here = function.facts, function.op
    bound = facts.bindings.get("math", [])
    if len(bound) != 1 or bound[0].kind != "import" or bound[0].region is not facts.module.body or facts.star_import:
        return False
    assert facts.scope is not None
    if ("math", "") not in zip(bound[0].attrs["names"], bound[0].attrs["aliases"], strict=True):
        return False
    while here is not None and here.region is not facts.module.body:
        assert here.region is not None
        here = here.region.parent
    roots = list(facts.module.body.roots())
    return here is not None and "math" not in facts.scope.written_below and roots.index(bound[0]) < roots.index(here)


def _is_not_negative(function: Function, op: Op) -> bool:
    """Whether a number is none below zero, going by how it is computed; it may be no number at all."""
    if op.kind == "constant":
        return bool(op.attrs["value"] >= 0)
    if op.kind == "call":
        return function.builtin(op.operands[0]) in ("abs", "len")
    if op.kind != "binary":
        return False
    left, right = op.operands
    symbol = op.attrs["op"]
    if symbol == "**":
        return right.kind == "constant" and right.attrs["value"] == 2 and function.value(left) <= NUMBERS
    if symbol == "*" and left.kind == "load" and function.is_local(left) and same(left, right):
        return True
    return symbol in ("+", "*", "/") and _is_not_negative(function, left) and _is_not_negative(function, right)


def build(proof: Root) -> Replacement:
    root = make.getattr_(make.load("math", "global"), "sqrt")
    return Replacement((Edit((proof.power,), (make.call(root, clone(proof.power.operands[0])),)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("binary",), match, prove, build, REFUSALS, needs="fp_relaxed")
