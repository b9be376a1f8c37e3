"""
Ask a container itself whether it is empty.

    len(x) == 0   ->   not x
    len(x) > 0    ->   x          where only the truth is asked for

Before:

    def drain(items):
        pending = list(items)
        total = 0
        while len(pending) > 0:
            total += pending.pop()
        return total, len(pending) == 0

After:

    def drain(items):
        pending = list(items)
        total = 0
        while pending:
            total += pending.pop()
        return total, not pending

Why: the test of a list, dict, set, tuple or string reads its length without a call and without
making a number of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.uses import is_tested
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import consumer
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "name_is_rebound": "after `def len(x): return 0` the call means something else",
    "type_is_not_known": "an object may have a length of 0 and a `__bool__` that says True",
    "value_is_used": "`return len(x) > 0` returns a bool, `return x` a list",
}

_EMPTY = frozenset((("==", 0), ("<", 1), ("<=", 0)))
_FILLED = frozenset((("!=", 0), (">", 0), (">=", 1)))
_MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_NOT_TESTED = ("star", "tuple", "constant")
"""What is no container, what the compiler warns of in `assert (a, b)`, and what it would work out itself."""
_KINDS = ("list", "dict", "set", "tuple", "str", "bytes")


@dataclass(frozen=True)
class Emptiness:
    """The test, and the container it is about."""

    test: Op
    container: Op
    empty: bool


def match(function: Function, op: Op) -> bool:
    return _length(op) is not None


def _length(op: Op) -> tuple[Op, bool] | None:
    """The call of len and whether the test asks for no items."""
    if op.kind == "call":
        return (op, False) if _is_len(op) and is_tested(op) else None
    left, right = op.operands
    symbol = op.attrs["op"]
    if left.kind == "constant":
        left, right = right, left
        symbol = _MIRRORED.get(symbol, symbol)
    if not _is_len(left) or right.kind != "constant" or type(right.attrs["value"]) is not int:
        return None
    test = (symbol, right.attrs["value"])
    return (left, test in _EMPTY) if test in _EMPTY or test in _FILLED else None


def _is_len(op: Op) -> bool:
    if op.kind != "call" or len(op.operands) != 2 or op.attrs["keywords"] or op.operands[1].kind in _NOT_TESTED:
        return False
    return op.operands[0].kind == "load" and op.operands[0].attrs == {"name": "len", "scope": "global"}


def prove(function: Function, op: Op) -> Emptiness | Refused:
    found = _length(op)
    assert found is not None
    call, empty = found
    container = call.operands[1]
    if not function.builtin(call.operands[0]):
        return Refused("name_is_rebound")
    if not function.is_exactly(container, *_KINDS):
        return Refused("type_is_not_known")
    if not empty and not is_tested(op):
        return Refused("value_is_used")
    user = consumer(op)
    if not empty and user is not None and user.kind == "unary":
        return Emptiness(user, container, True)
    return Emptiness(op, container, empty)


def build(proof: Emptiness) -> Replacement:
    container = clone(proof.container)
    return Replacement((Edit((proof.test,), (make.unary("not", container) if proof.empty else container,)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("compare", "call"), match, prove, build, REFUSALS)
