"""
Look a value up in a set of constants instead of a list or tuple of them.

    x in [c1, c2, ...]   ->   x in {c1, c2, ...}

Before:

    def ends_in_teen(word):
        return len(word) % 100 in [11, 12, 13]

After:

    def ends_in_teen(word):
        return len(word) % 100 in {11, 12, 13}

Why: CPython keeps a set of constants as one frozenset, and a lookup in it hashes the value once
where a list is compared item by item.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import is_plain
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import is_literal
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "left_may_be_unhashable": "`[] in [1]` is False, `[] in {1}` raises TypeError",
    "element_is_not_constant": "a set would hash the element, which may run user code or raise",
}


@dataclass(frozen=True)
class Membership:
    """The display that becomes a set."""

    display: Op


def match(function: Function, op: Op) -> bool:
    right = op.operands[1]
    return op.attrs["op"] in ("in", "not in") and right.kind in ("list", "tuple") and bool(right.operands)


def prove(function: Function, op: Op) -> Membership | Refused:
    left, display = op.operands
    if not all(map(is_literal, display.operands)):
        return Refused("element_is_not_constant")
    if not function.value(left) or not is_plain(function.value(left)):
        return Refused("left_may_be_unhashable")
    return Membership(display)


def build(proof: Membership) -> Replacement:
    elements = tuple(clone(element) for element in proof.display.operands)
    return Replacement((Edit((proof.display,), (Op("set", elements),)),))


RULE = Rule(__name__.rpartition(".")[2], "containers", ("compare",), match, prove, build, REFUSALS)
