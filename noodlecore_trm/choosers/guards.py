"""What the run-time checks of guarded versions cost, by what calibration has measured."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping


def guard_cost(guard: str, costs: Mapping[str, float]) -> tuple[float | None, float | None]:
    """
    Estimated nanoseconds of a check (an expression as text) when it is passed, and of each element it looks at.

    None for what it has not, or where its cost was not measured.
    """
    try:
        checks = list(_checks(ast.parse(guard, mode="eval").body))
    except SyntaxError:
        return None, None
    kinds = [_kind(check) for check in checks]
    if not all(kind in costs for kind in kinds):
        return None, None
    once = [costs[kind] for kind in kinds if kind != "element"]
    each = [costs[kind] for kind in kinds if kind == "element"]
    # a check of the elements is calls around something that looks at each
    once += [2 * costs.get("call", 0.0)] * len(each)
    return round(sum(once), 1), round(sum(each), 2) if each else None


def _checks(test: ast.expr) -> Iterator[ast.expr]:
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from _checks(value)
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _checks(test.operand)
    else:
        yield test


def _kind(check: ast.expr) -> str:
    calls = [node for node in ast.walk(check) if isinstance(node, ast.Call)]
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    if any(isinstance(node, ast.comprehension) for node in ast.walk(check)) or not names.isdisjoint(("map", "all")):
        return "element"
    if names == {"type"}:
        return "type"
    if calls:
        return "call"
    return "attribute" if any(isinstance(node, ast.Attribute) for node in ast.walk(check)) else "identity"
