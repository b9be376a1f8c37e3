"""Equality of syntax trees, without positions."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, Final

from noodlecore_trm.ir.op import Op

_fields: Final[dict[type, tuple[str, ...]]] = {}
_PLAIN: Final = frozenset((str, int, bool, bytes, type(None), type(...)))
_MARKS: Final = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)


def _fields_of(kind: type[ast.AST]) -> tuple[str, ...]:
    skipped = ("ctx", "type_ignores")
    fields = () if issubclass(kind, _MARKS) else tuple(name for name in kind._fields if name not in skipped)
    _fields[kind] = fields
    return fields


class Unsaid:
    """Stands for a statement that no rewrite touched, whose tree is made only if its text is not the same."""

    __slots__ = ("op",)

    def __init__(self, op: Op) -> None:
        self.op = op


def same_tree(one: ast.AST, other: ast.AST, said: Callable[[Op, Any], Any] | None = None) -> bool:
    """
    Whether two trees are equal as `ast.dump` shows them.

    The context of a name follows from where it stands and is not looked at. Trees of any depth. In place of an
    `Unsaid` in `other`, `said` gives the tree to compare with the one it is given, which may be that itself.
    """
    stack: list[tuple[Any, Any]] = [(one, other)]
    push = stack.append
    pop = stack.pop
    fields_of = _fields
    while stack:
        a, b = pop()
        if type(b) is Unsaid and said is not None:
            b = said(b.op, a)
        if a is b:
            continue
        kind = type(a)
        if kind is not type(b):
            return False
        if kind is list:
            if len(a) != len(b):
                return False
            stack.extend(zip(a, b, strict=True))
        elif kind in _PLAIN:
            if a != b:
                return False
        elif isinstance(a, ast.AST):
            fields = fields_of.get(kind)
            for name in _fields_of(kind) if fields is None else fields:
                left, right = getattr(a, name, None), getattr(b, name, None)
                if left is not right:
                    push((left, right))
        elif kind is float or kind is complex:
            if repr(a) != repr(b):
                return False
        elif a != b:
            return False
    return True
