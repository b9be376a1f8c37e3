"""
Write the constant itself where it is fetched from a class.

    way == Direction.UP   ->   way == 1

Before:

    class Direction:
        UP = 1
        DOWN = 2

    def climb(steps):
        height = 0
        for step in steps:
            if step == Direction.UP:
                height += 1
            elif step == Direction.DOWN:
                height -= 1
        return height

After:

    class Direction:
        UP = 1
        DOWN = 2

    def climb(steps):
        height = 0
        for step in steps:
            if step == 1:
                height += 1
            elif step == 2:
                height -= 1
        return height

Why: CPython 3.11 has no short way to an attribute of a class and looks it up each time, which costs as much as
half a call. That nobody outside sets attributes of the class is what `--closed-world` promises.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.constants import becomes_one_object
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.methods import find_constant
from noodlecore_trm.ir.op import Op, clone, everything
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "constant_is_not_known": "`Direction.UP = 7` elsewhere, or a function that runs before the class is there",
    "identity_may_be_seen": "`Limits.WIDE is wide` holds for one object, and may not for an equal one",
    "literal_has_no_place_here": "a `1[0]` or `1 is x` draws a warning, and `while 1` never ends for the compiler",
}

_TAKES_LITERALS = frozenset(
    ("binary", "compare", "inplace", "store", "return", "call", "tuple", "list", "setattr", "setitem", "getitem")
)
_TARGET_LAST = ("setattr", "setitem")
_PLAIN = ("int", "float", "str", "bool")


@dataclass(frozen=True)
class Constant:
    """The attribute, and the constant that it is."""

    attribute: Op
    constant: Op


def match(function: Function, op: Op) -> bool:
    owner = op.operands[0]
    return owner.kind == "load" and function.facts.classes.get(owner.attrs["name"]) is not None


def prove(function: Function, op: Op) -> Constant | Refused:
    constant = find_constant(function, op)
    if constant is None:
        return Refused("constant_is_not_known")
    user = consumer(op)
    if user is None or user.kind not in _TAKES_LITERALS or not _is_value(user, op):
        return Refused("literal_has_no_place_here")
    if any(becomes_one_object(each, lambda part: part is op) for each in everything(function.statement(op))):
        return Refused("identity_may_be_seen")
    if not _is_one_object(constant.attrs["value"]) and not _computes(function, user, op):
        return Refused("identity_may_be_seen")
    return Constant(op, constant)


def _is_value(user: Op, op: Op) -> bool:
    """Whether an op takes the constant for a value, and not to call it, look into it or compare it by `is`."""
    if user.kind == "compare" and user.attrs["op"].startswith("is"):
        return False
    if user.kind in ("call", "getitem"):
        return user.operands[0] is not op
    return user.kind not in _TARGET_LAST or user.operands[1] is not op


def _is_one_object(value: object) -> bool:
    """Whether all constants of this value are one and the same object in CPython."""
    if type(value) is str:
        return value.isascii() and value.isidentifier()
    return value is None or type(value) is bool or (type(value) is int and -5 <= value <= 256)


def _computes(function: Function, user: Op, op: Op) -> bool:
    """Whether an op does nothing with the constant but make another number or string of it."""
    others = [each for each in user.operands if each is not op]
    return user.kind in ("binary", "compare") and all(function.is_exactly(each, *_PLAIN) for each in others)


def build(proof: Constant) -> Replacement:
    return Replacement((Edit((proof.attribute,), (clone(proof.constant),)),))


RULE = Rule(
    __name__.rpartition(".")[2], "expressions", ("getattr",), match, prove, build, REFUSALS, needs="closed_world"
)
