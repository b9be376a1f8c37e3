"""
What the compiler works out by itself, and makes once for all times.

A tuple of constants is one object wherever it is evaluated, a tuple with a variable in it another one each time. A set
of constants is a frozenset where it is gone through or searched, and filled from one elsewhere, which may leave its
items in another order; equal frozensets are one object all over a file, with the items in the order of the first one
that is compiled. A literal `% (x, ...)` whose only conversions are `%s`, `%r` and `%a` becomes an f-string, which
formats each item before it evaluates the next one.
"""

from __future__ import annotations

import ast
import opcode
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from noodlecore_trm.ir.op import Op, everything, tree
from noodlecore_trm.ir.shapes import consumer, spelled

_GOING_THROUGH: Final = ("for", "comp_for", "comprehension")
_COMPUTED: Final = frozenset(("constant", "tuple", "unary", "binary", "getitem", "slice"))
_CONVERSION: Final = re.compile(r"%(?:%|[-+ #0]*\d*(?:\.\d*)?([sra]))")
_BINARY_OP: Final = opcode.opmap["BINARY_OP"]


def nothing(op: Op) -> bool:
    """Stands for no variable at all."""
    return False


def is_folded(op: Op, stands_for: Callable[[Op], bool]) -> bool:
    """Whether the compiler computes an expression, if constants are in the place of what they stand for."""
    if op.kind in _COMPUTED or op.kind == "fstring":
        return all(is_folded(operand, stands_for) for operand in op.operands)
    return (op.kind == "load" and op.attrs["name"] == "__debug__") or stands_for(op)


def becomes_one_object(op: Op, stands_for: Callable[[Op], bool]) -> bool:
    """
    Whether a tuple that is made each time would be one for all times, with constants in the place of variables; or a
    set be copied from one, which may have its items in another order.
    """
    return is_made_once(op, stands_for) and any(map(stands_for, tree(op)))


def is_made_once(op: Op, stands_for: Callable[[Op], bool]) -> bool:
    """Whether the compiler makes a tuple, or what it fills a set from, of constants."""
    makes = op.kind in ("tuple", "set") or (op.kind == "binary" and any(each.kind == "tuple" for each in tree(op)))
    return bool(op.operands) and makes and all(is_folded(operand, stands_for) for operand in op.operands)


@lru_cache(4096)
def conversions_of(literal: str, items: int) -> str:
    """
    The conversion of each item, `s`, `r` or `a`, if the compiler makes an f-string of a literal `% (x, ...)` with so
    many; an empty text if it does not.
    """
    conversions = "".join(_CONVERSION.findall(literal))
    if not items or len(conversions) != items:
        return ""
    item = ast.Name("x", ast.Load())
    tree = ast.Expression(ast.BinOp(ast.Constant(literal), ast.Mod(), ast.Tuple([item] * items, ast.Load())))
    code = compile(ast.fix_missing_locations(tree), "", "eval").co_code
    return "" if _BINARY_OP in code[::2] else conversions


def becomes_fstring(op: Op, stands_for: Callable[[Op], bool] = nothing) -> bool:
    """
    Whether the compiler would make an f-string of an operation, with constants in the place of variables, that is none
    as yet: items would be formatted at other times.
    """
    if op.kind != "binary" or op.attrs["op"] != "%":
        return False
    text, items = op.operands
    if items.kind != "tuple" or any(each.kind == "star" for each in items.operands):
        return False
    if text.kind == "constant":
        value = text.attrs["value"]
        return isinstance(value, str) and conversions_of(value, len(items.operands)) != ""
    return all(each.kind in _COMPUTED or stands_for(each) for each in tree(text))


def compares_constant(op: Op, stands_for: Callable[[Op], bool]) -> bool:
    """Whether a comparison by `is` would be one with a literal, which the compiler warns of."""
    if op.kind not in ("compare", "chain"):
        return False
    symbols = op.attrs["ops"] if op.kind == "chain" else (op.attrs["op"],)
    parts = (*op.operands, *(region.result for region in op.regions))
    return any(symbol.startswith("is") for symbol in symbols) and any(
        is_folded(part, stands_for) and any(map(stands_for, tree(part))) for part in parts
    )


def made_once(roots: Iterable[Op], *, handed_on: bool = False) -> set[str]:
    """
    What in some trees is made once, as texts; or of that only what is `handed_on`.

    The empty tuple is one object anyhow, and of what is only searched or gone through nobody can tell; but see
    `constant_sets` for the order of a set.
    """
    found = set()
    for root in roots:
        for op in everything(root):
            if is_made_once(op, nothing) or (handed_on and _only_looks(op)):
                continue
            found |= {_spelled(operand) for operand in op.operands if is_made_once(operand, nothing)}
    return found


class ConstantSet(NamedTuple):
    """A set of constants: its items, as they are written, and what becomes of it: `for`, `in`, or anything else."""

    values: frozenset[str]
    text: str
    place: str


def constant_sets(roots: Iterable[Op]) -> Iterator[ConstantSet]:
    """The sets of constants in some trees of a module, in the order in which they are written."""
    for root in roots:
        for op in everything(root):
            if is_constant_set(op):
                yield ConstantSet(frozenset(map(_spelled, op.operands)), _spelled(op), _place(op))


def _place(made: Op) -> str:
    user = consumer(made)
    if user is not None and user.kind in _GOING_THROUGH:
        return "for"
    return "in" if user is not None and _searches(user) else ""


def is_constant_set(op: Op) -> bool:
    return op.kind == "set" and is_made_once(op, nothing)


def _only_looks(op: Op) -> bool:
    return op.kind in _GOING_THROUGH or _searches(op)


def _searches(op: Op) -> bool:
    return op.kind == "compare" and op.attrs["op"] in ("in", "not in")


def _spelled(op: Op) -> str:
    parts = ", ".join(map(_spelled, op.operands))
    return f"{op.kind} {op.attrs.get('op', '')} {spelled(op.attrs.get('value'))} [{parts}]"
