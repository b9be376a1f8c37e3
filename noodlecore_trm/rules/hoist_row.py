"""
Fetch the row of a table once instead of in every turn.

    for j ...: ... grid[i][j] ...   ->   row = grid[i]
                                         for j ...: ... row[j] ...

Before:

    def ones(text):
        n = len(text.split())
        grid = [[0] * n for _ in range(n)]
        for i in range(n):
            for j in range(n):
                grid[i][j] = 1
        return grid

After:

    def ones(text):
        n = len(text.split())
        grid = [[0] * n for _ in range(n)]
        for i in range(n):
            row = grid[i]
            for j in range(n):
                row[j] = 1
        return grid

Why: one subscript less in each turn. The row object stays the same one, so stores go through it.
A fetch that may raise IndexError is moved only if the first turn would have begun with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from noodlecore_trm.ir.dialect import CALL, RAISE, SUSPEND, WRITE_HEAP, WRITE_SLOT
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.loops import (
    changed_names,
    comes_first,
    disturbs,
    is_access,
    is_steady,
    misses_only,
    same,
)
from noodlecore_trm.ir.op import Op, running, tree
from noodlecore_trm.rules.rule import Refused, Replacement, Rule, computed_before

REFUSALS = {
    "row_may_be_missing": "with an empty grid and a loop of no turns, `row = grid[i]` raises IndexError before it",
    "row_may_be_replaced": "`grid[i] = other` or `grid.pop()` in the loop changes what `grid[i]` is",
}

_LOUD = RAISE | CALL | WRITE_HEAP | WRITE_SLOT | SUSPEND


@dataclass(frozen=True)
class Row:
    """The loop, every place that fetches the row, and its new name."""

    loop: Op
    places: tuple[Op, ...]
    name: str


def match(function: Function, op: Op) -> bool:
    if op.kind == "for" and op.attrs["async"]:
        return False
    return op.region is not None and op.region.kind == "block" and bool(_rows(function, op))


def _rows(function: Function, loop: Op) -> list[Op]:
    """The subscripts that fetch a row by names the loop does not bind."""
    changed = changed_names(loop)
    found = []
    for op in running(*loop.regions[:2]):
        if op.kind in ("getitem", "setitem"):
            row = op.operands[-2]
            if row.kind == "getitem" and is_access(row) and is_steady(function, changed, row) and row not in found:
                found.append(row)
    return found


def prove(function: Function, op: Op) -> Row | Refused:
    reason = ""
    rows = _rows(function, op)
    for row in rows:
        places = tuple(each for each in rows if same(each, row))
        if not all(_is_safe(function, each) for each in tree(row)) or (
            function.tree_effects(row) & RAISE and not any(comes_first(function, op, place) for place in places)
        ):
            reason = reason or "row_may_be_missing"
            continue
        if any(
            disturbs(function, op, function.value(each.operands[0])) for each in tree(row) if each.kind == "getitem"
        ):
            reason = reason or "row_may_be_replaced"
            continue
        return Row(op, places, _name(function, row))
    return Refused(reason)


def _is_safe(function: Function, op: Op) -> bool:
    mask = function.effects(op)
    return not mask & _LOUD or (not mask & (_LOUD & ~RAISE) and misses_only(function, op))


def _name(function: Function, row: Op) -> str:
    table, index = row.operands
    hint = _hint(index)
    if hint in function.scope.names() and table.kind == "load":
        hint = f"{table.attrs['name']}_{hint}"
    return function.fresh_name(hint)


def _hint(index: Op) -> str:
    if index.kind == "binary" and index.attrs["op"] in ("+", "-") and index.operands[1].kind == "constant":
        return "previous_row" if index.attrs["op"] == "-" else "next_row"
    return "row"


def build(proof: Row) -> Replacement:
    return computed_before(proof.loop, proof.places, proof.name)


RULE = Rule(__name__.rpartition(".")[2], "loops", ("for", "while"), match, prove, build, REFUSALS)
