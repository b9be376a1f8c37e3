"""
What the compiler works out by itself, and makes once for all times.

A tuple of constants is one object wherever it is evaluated, a tuple with a variable in it another one each time; a set
of constants is filled from a frozenset, which may leave its items in another order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from noodlecore_trm.ir.op import Op, everything, tree

_GOING_THROUGH: Final = ("for", "comp_for", "comprehension")


def nothing(op: Op) -> bool:
    """Stands for no variable at all."""
    return False


def is_folded(op: Op, stands_for: Callable[[Op], bool]) -> bool:
    """Whether the compiler computes an expression, if constants are in the place of what they stand for."""
    if op.kind in ("tuple", "unary", "binary"):
        return all(is_folded(operand, stands_for) for operand in op.operands)
    return op.kind == "constant" or (op.kind == "load" and op.attrs["name"] == "__debug__") or stands_for(op)


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

    The empty tuple is one object anyhow, and of what is only searched or gone through nobody can tell.
    """
    found = set()
    for root in roots:
        for op in everything(root):
            if is_made_once(op, nothing) or (handed_on and _only_looks(op)):
                continue
            found |= {_spelled(operand) for operand in op.operands if is_made_once(operand, nothing)}
    return found


def _only_looks(op: Op) -> bool:
    return op.kind in _GOING_THROUGH or (op.kind == "compare" and op.attrs["op"] in ("in", "not in"))


def _spelled(op: Op) -> str:
    parts = ", ".join(map(_spelled, op.operands))
    return f"{op.kind} {op.attrs.get('op', '')} {op.attrs.get('value')!r} [{parts}]"
