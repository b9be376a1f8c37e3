"""Compound statements without a scope of their own."""

from __future__ import annotations

import ast
from typing import Any, Final

from noodlecore_trm.ir.op import NO_ATTRS, Op
from noodlecore_trm.translate.bindings import target_region
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator, make, make_region

_ELIF: Final = ({"elif": False}, {"elif": True})
_ASYNC: Final = ({"async": False}, {"async": True})
_STAR: Final = ({"star": False}, {"star": True})
_WITH: Final = (
    ({"async": False, "joined": False}, {"async": False, "joined": True}),
    ({"async": True, "joined": False}, {"async": True, "joined": True}),
)
_UNNAMED: Final = {"name": "", "scope": ""}


def _if(here: Translator, node: ast.If, ops: list[Op]) -> None:
    test = EXPRESSIONS[type(node.test)](here, node.test, ops)
    span = here.span(node)
    regions = (here.block(node.body), here.block(node.orelse))
    ops.append(make("if", (test,), _ELIF[here.source.startswith(b"elif", span[0])], regions, span))


def _while(here: Translator, node: ast.While, ops: list[Op]) -> None:
    regions = (here.lazy(node.test), here.block(node.body), here.block(node.orelse))
    ops.append(make("while", (), NO_ATTRS, regions, here.span(node)))


def _for(here: Translator, node: ast.For | ast.AsyncFor, ops: list[Op]) -> None:
    iterable = EXPRESSIONS[type(node.iter)](here, node.iter, ops)
    is_async = isinstance(node, ast.AsyncFor)
    if is_async:
        here.draft.suspends()
    regions = (target_region(here, node.target), here.block(node.body), here.block(node.orelse))
    ops.append(make("for", (iterable,), _ASYNC[is_async], regions, here.span(node)))


def _try(here: Translator, node: ast.Try, ops: list[Op]) -> None:
    body = here.block(node.body)
    handlers = []
    for handler in node.handlers:
        kind = make_region("lazy", []) if handler.type is None else here.lazy(handler.type)
        attrs: dict[str, Any] = _UNNAMED if handler.name is None else here.draft.bind(handler.name)
        handlers.append(make("handler", (), attrs, (kind, here.block(handler.body)), here.span(handler)))
    regions = (body, make_region("items", handlers), here.block(node.orelse), here.block(node.finalbody))
    ops.append(make("try", (), _STAR[type(node) is not ast.Try], regions, here.span(node)))


def _with(here: Translator, node: ast.With | ast.AsyncWith, ops: list[Op]) -> None:
    is_async = isinstance(node, ast.AsyncWith)
    if is_async:
        here.draft.suspends()
    span = here.span(node)
    opened = []
    inner = ops
    for item in node.items:
        manager = EXPRESSIONS[type(item.context_expr)](here, item.context_expr, inner)
        variables = item.optional_vars
        target = make_region("target", []) if variables is None else target_region(here, variables)
        opened.append((manager, target, inner))
        inner = []
    body = here.block(node.body)
    for index in range(len(opened) - 1, -1, -1):
        manager, target, inner = opened[index]
        inner.append(make("with", (manager,), _WITH[is_async][index > 0], (target, body), span))
        if index:
            body = make_region("block", inner)
            body.statements = (span,)
            body.inline = True


STATEMENTS.update(
    {
        ast.If: _if,
        ast.While: _while,
        ast.For: _for,
        ast.AsyncFor: _for,
        ast.Try: _try,
        ast.TryStar: _try,
        ast.With: _with,
        ast.AsyncWith: _with,
    }
)
