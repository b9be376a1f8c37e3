"""A static estimate of what a function costs, in units of one simple bytecode."""

from __future__ import annotations

from itertools import islice
from typing import Final

from noodlecore_trm.ir.op import Op, Region, tree, walk

# Fitted by hand to CPython 3.11: calls and attribute look-ups dominate, names and constants are cheap.
_WEIGHTS: Final = {
    "call": 6.0, "getattr": 2.0, "getitem": 2.0, "setitem": 2.5, "setattr": 2.5, "binary": 1.5, "inplace": 1.5,
    "compare": 1.5, "chain": 2.5, "comprehension": 8.0, "lambda": 4.0, "def": 6.0, "for": 2.0, "while": 0.5,
    "comp_for": 2.0, "comp_element": 1.0, "list": 2.0, "tuple": 1.0, "set": 3.0, "dict": 3.0, "constant": 0.3,
    "load": 0.4, "store": 0.5, "unpack": 1.0, "format": 3.0, "fstring": 2.0, "yield": 3.0, "try": 1.0, "with": 8.0,
    "select": 0.5, "boolean": 0.5, "if": 0.5, "slice": 1.0, "import": 20.0, "importfrom": 20.0, "class": 60.0,
}  # fmt: skip
_TRIPS: Final = 8.0
_NEGLIGIBLE: Final = 0.2
_ITERATED: Final = frozenset(("for", "while", "comp_for"))


def cost(region: Region, factor: float = 1.0) -> float:
    """
    Sum of op weights, each loop counting its body eight times, an arm of a branch half.

    The slow arm of a guarded version counts little: the guard is expected to hold.
    """
    total = 0.0
    for op in region.ops:
        total += _WEIGHTS.get(op.kind, 0.5) * factor
        for index, inner in enumerate(op.regions):
            total += cost(inner, factor * _share(op, index))
    return total


def weight(op: Op, around: Op) -> float:
    """What an op with all below it costs in a run of a statement, or of a copy of it, that it is part of."""
    factor = 1.0
    region = op.region
    while region is not None and region.parent is not None and not _is_like(op, around):
        factor *= _share(region.parent, region.parent.regions.index(region))
        if _is_like(region.parent, around):
            break
        region = region.parent.region
    own = sum(_WEIGHTS.get(each.kind, 0.5) for each in tree(op))
    inner = sum(
        cost(below, _share(each, index)) for each in tree(op) for index, below in enumerate(each.regions)
    )
    return factor * (own + inner)


def _is_like(op: Op, other: Op) -> bool:
    return op is other or (op.kind == other.kind and op.origin is not None and op.origin == other.origin)


def _share(op: Op, index: int) -> float:
    if op.kind in _ITERATED:
        return _TRIPS if index < 2 else 1.0
    if op.kind == "if" and op.attrs.get("version"):
        return 1.0 if index == 0 else _NEGLIGIBLE
    if op.kind in ("if", "select", "boolean"):
        return 0.5
    if op.kind in ("def", "lambda"):
        return _NEGLIGIBLE
    return 1.0


def size(region: Region) -> int:
    """Number of ops below a region."""
    return sum(1 for _ in walk(region))


def is_larger(region: Region, ops: int) -> bool:
    """Whether there are more than so many ops below a region."""
    return next(islice(walk(region), ops, None), None) is not None
