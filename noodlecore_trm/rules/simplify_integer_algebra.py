"""
Leave out integer operations that change nothing, and use the cheaper of two that agree.

    x + 0, x * 1, x // 1   ->   x
    x ** 2                 ->   x * x
    2 ** x                 ->   1 << x         where x is not negative
    x % 8                  ->   x & 7
    x % 2 == 0             ->   not x & 1
    x % 2 == 1             ->   x & 1          where only the truth is asked for

Before:

    def is_even_square(word):
        size = len(word)
        return (size ** 2 + 0) % 2 == 0

After:

    def is_even_square(word):
        size = len(word)
        return not size * size & 1

Why: each operation costs a turn of the interpreter, a power or a remainder several.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.atoms import INT, INTEGERS
from noodlecore_trm.ir.facts.bounds import limits
from noodlecore_trm.ir.facts.uses import is_tested
from noodlecore_trm.ir.op import Op, clone
from noodlecore_trm.ir.shapes import written_int
from noodlecore_trm.rules.rule import Edit, Refused, Replacement, Rule

REFUSALS = {
    "operand_may_be_no_integer": '`0.5 % 2` is no bit test, `"" + 0` raises, a class may define `__add__`',
    "operand_may_be_bool": "`True + 0` is 1, not True",
    "operand_would_be_evaluated_twice": "`f() ** 2` calls f once",
    "exponent_may_be_negative": "`2 ** -1` is 0.5, `1 << -1` raises ValueError",
}

_UNCHANGED_RIGHT = {"+": 0, "-": 0, "*": 1, "//": 1, "**": 1, "|": 0, "^": 0, "<<": 0, ">>": 0}
_UNCHANGED_LEFT = {"+": 0, "*": 1, "|": 0, "^": 0}


@dataclass(frozen=True)
class Simplification:
    """The operation, what it is about, and what to make of it."""

    operation: Op
    operand: Op
    form: str  # same | power | shift | mask | even | odd
    number: int = 0


def match(function: Function, op: Op) -> bool:
    found = _recognize(op)
    return found is not None and found.operand.kind != "constant"


def _recognize(op: Op) -> Simplification | None:
    left, right = op.operands
    symbol = op.attrs["op"]
    if op.kind == "compare":
        if left.kind != "binary" or (left.attrs["op"], written_int(left.operands[1])) not in (("%", 2), ("&", 1)):
            return None
        if (symbol, written_int(right)) == ("==", 0):
            return Simplification(op, left.operands[0], "even")
        odd = (symbol, written_int(right)) in (("==", 1), ("!=", 0)) and is_tested(op)
        return Simplification(op, left.operands[0], "odd") if odd else None
    number = written_int(right)
    if number is not None and _UNCHANGED_RIGHT.get(symbol) == number:
        return Simplification(op, left, "same")
    if symbol == "**" and number in (2, 3):
        return Simplification(op, left, "power", number)
    if symbol == "%" and number is not None and number > 1 and number & (number - 1) == 0:
        return Simplification(op, left, "mask", number - 1)
    number = written_int(left)
    if number is not None and _UNCHANGED_LEFT.get(symbol) == number:
        return Simplification(op, right, "same")
    return Simplification(op, right, "shift") if symbol == "**" and number == 2 else None


def prove(function: Function, op: Op) -> Simplification | Refused:
    found = _recognize(op)
    assert found is not None
    value = function.value(found.operand)
    if not value or not value <= INTEGERS:
        return Refused("operand_may_be_no_integer")
    if found.form == "same" and value != INT:
        return Refused("operand_may_be_bool")
    if found.form == "power" and not (found.operand.kind == "load" and function.is_local(found.operand)):
        return Refused("operand_would_be_evaluated_twice")
    if found.form == "shift" and not _is_not_negative(function, found.operand):
        return Refused("exponent_may_be_negative")
    return found


def _is_not_negative(function: Function, op: Op) -> bool:
    low, _ = limits(function, op)
    return low is not None and low[1] >= 0 and (low[0] is None or low[0].startswith("len "))


def build(proof: Simplification) -> Replacement:
    operand = clone(proof.operand)
    if proof.form == "same":
        new = operand
    elif proof.form == "power":
        new = operand
        for _ in range(proof.number - 1):
            new = make.binary("*", new, clone(proof.operand))
    elif proof.form == "shift":
        new = make.binary("<<", make.constant(1), operand)
    elif proof.form == "mask":
        new = make.binary("&", operand, make.constant(proof.number))
    else:
        new = make.binary("&", operand, make.constant(1))
        if proof.form == "even":
            new = make.unary("not", new)
    return Replacement((Edit((proof.operation,), (new,)),))


RULE = Rule(__name__.rpartition(".")[2], "expressions", ("binary", "compare"), match, prove, build, REFUSALS)
