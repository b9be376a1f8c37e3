"""Simple statements that bind nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable

from noodlecore_trm.ir.op import NO_ATTRS, Op
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator, make


def _expression(here: Translator, node: ast.Expr, ops: list[Op]) -> None:
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    ops.append(make("expression", (value,), NO_ATTRS, (), here.span(node)))


def _return(here: Translator, node: ast.Return, ops: list[Op]) -> None:
    operands = () if node.value is None else (EXPRESSIONS[type(node.value)](here, node.value, ops),)
    ops.append(make("return", operands, NO_ATTRS, (), here.span(node)))


def _raise(here: Translator, node: ast.Raise, ops: list[Op]) -> None:
    operands = [EXPRESSIONS[type(part)](here, part, ops) for part in (node.exc, node.cause) if part is not None]
    ops.append(make("raise", tuple(operands), NO_ATTRS, (), here.span(node)))


def _assert(here: Translator, node: ast.Assert, ops: list[Op]) -> None:
    test = EXPRESSIONS[type(node.test)](here, node.test, ops)
    message = () if node.msg is None else (here.lazy(node.msg),)
    ops.append(make("assert", (test,), NO_ATTRS, message, here.span(node)))


def _bare(kind: str) -> Callable[[Translator, ast.stmt, list[Op]], None]:
    def append(here: Translator, node: ast.stmt, ops: list[Op]) -> None:
        ops.append(make(kind, (), NO_ATTRS, (), here.span(node)))

    return append


STATEMENTS.update(
    {
        ast.Expr: _expression,
        ast.Return: _return,
        ast.Raise: _raise,
        ast.Assert: _assert,
        ast.Pass: _bare("pass"),
        ast.Break: _bare("break"),
        ast.Continue: _bare("continue"),
    }
)
