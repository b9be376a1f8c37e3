"""Statements, simple and compound."""

from __future__ import annotations

import ast
from typing import Any

from noodlecore_trm.ir.op import Region
from noodlecore_trm.translate.expressions import BINARY
from noodlecore_trm.translate.translator import STATEMENTS, Translator


def _expression(here: Translator, node: ast.Expr) -> None:
    here.op("expression", (here.expression(node.value),), {}, here.span(node))


def _assign(here: Translator, node: ast.Assign) -> None:
    value = here.expression(node.value)
    targets = node.targets
    if len(targets) == 1 and not isinstance(targets[0], ast.Tuple | ast.List):
        here.bind(targets[0], value, here.span(node))
        return
    here.op("assign", (value,), {}, here.span(node), tuple([here.target(target) for target in targets]))


def _augassign(here: Translator, node: ast.AugAssign) -> None:
    target = node.target
    span = here.span(node)
    place = here.span(target)
    attrs = {"op": BINARY[type(node.op)]}
    if isinstance(target, ast.Name):
        before = here.op("load", (), here.name_attrs(target.id), place)
        value = here.op("inplace", (before, here.expression(node.value)), attrs)
        here.op("store", (value,), here.name_attrs(target.id, binds=True), span)
    elif isinstance(target, ast.Attribute):
        owner = here.expression(target.value)
        before = here.op("getattr", (owner,), {"name": target.attr}, place)
        value = here.op("inplace", (before, here.expression(node.value)), attrs)
        here.op("setattr", (value, owner), {"name": target.attr}, span)
    else:
        container = here.expression(target.value)
        index = here.expression(target.slice)
        before = here.op("getitem", (container, index), {}, place)
        value = here.op("inplace", (before, here.expression(node.value)), attrs)
        here.op("setitem", (value, container, index), {}, span)


def _annassign(here: Translator, node: ast.AnnAssign) -> None:
    operands = () if node.value is None else (here.expression(node.value),)
    if node.value is None:
        outer = here.region
        target = here.region = Region("target")
        here.op("argument", ())
        if isinstance(node.target, ast.Name):
            here.op("store", (target.ops[0],), here.name_attrs(node.target.id, binds=True), here.span(node.target))
        else:
            here.bind(node.target, target.ops[0], here.span(node.target))
        here.region = outer
    else:
        target = here.target(node.target)
    annotation = here.lazy(node.annotation)
    here.op("annassign", operands, {"simple": bool(node.simple)}, here.span(node), (target, annotation))


def _delete(here: Translator, node: ast.Delete) -> None:
    if any(not isinstance(target, ast.Name | ast.Attribute | ast.Subscript) for target in node.targets):
        here.opaque(node)
        return
    outer = here.region
    items = here.region = Region("items")
    for target in node.targets:
        span = here.span(target)
        if isinstance(target, ast.Name):
            here.op("delname", (), here.name_attrs(target.id, binds=True), span)
        elif isinstance(target, ast.Attribute):
            here.op("delattr", (here.expression(target.value),), {"name": target.attr}, span)
        elif isinstance(target, ast.Subscript):
            container = here.expression(target.value)
            here.op("delitem", (container, here.expression(target.slice)), {}, span)
    here.region = outer
    here.op("delete", (), {}, here.span(node), (items,))


def _import(here: Translator, node: ast.Import) -> None:
    names = tuple([alias.name for alias in node.names])
    aliases = tuple([alias.asname or "" for alias in node.names])
    bound = [alias.asname or alias.name.partition(".")[0] for alias in node.names]
    attrs: dict[str, Any] = {"names": names, "aliases": aliases}
    here.bind_names(attrs, bound)
    here.op("import", (), attrs, here.span(node))


def _importfrom(here: Translator, node: ast.ImportFrom) -> None:
    names = tuple([alias.name for alias in node.names])
    aliases = tuple([alias.asname or "" for alias in node.names])
    bound = [alias.asname or alias.name for alias in node.names if alias.name != "*"]
    if "*" in names:
        here.draft.taint("star import")
    attrs: dict[str, Any] = {"module": node.module or "", "level": node.level, "names": names, "aliases": aliases}
    here.bind_names(attrs, bound)
    here.op("importfrom", (), attrs, here.span(node))


def _global(here: Translator, node: ast.Global) -> None:
    here.draft.global_names.update([here.draft.mangled(name) for name in node.names])
    here.op("global", (), {"names": tuple(node.names)}, here.span(node))


def _nonlocal(here: Translator, node: ast.Nonlocal) -> None:
    here.draft.nonlocal_names.update([here.draft.mangled(name) for name in node.names])
    here.op("nonlocal", (), {"names": tuple(node.names)}, here.span(node))


def _plain(kind: str) -> Any:
    def append(here: Translator, node: ast.stmt) -> None:
        here.op(kind, (), {}, here.span(node))

    return append


def _return(here: Translator, node: ast.Return) -> None:
    operands = () if node.value is None else (here.expression(node.value),)
    here.op("return", operands, {}, here.span(node))


def _raise(here: Translator, node: ast.Raise) -> None:
    operands = tuple([here.expression(part) for part in (node.exc, node.cause) if part is not None])
    here.op("raise", operands, {}, here.span(node))


def _assert(here: Translator, node: ast.Assert) -> None:
    test = here.expression(node.test)
    message = () if node.msg is None else (here.lazy(node.msg),)
    here.op("assert", (test,), {}, here.span(node), message)


def _if(here: Translator, node: ast.If) -> None:
    start, end = here.statement_span(node)
    test = here.expression(node.test)
    arms = (here.block(node.body), here.block(node.orelse))
    attrs = {"elif": here.source.startswith(b"elif", start)}
    here.op("if", (test,), attrs, (start, end), arms)


def _while(here: Translator, node: ast.While) -> None:
    regions = (here.lazy(node.test), here.block(node.body), here.block(node.orelse))
    here.op("while", (), {}, here.span(node), regions)


def _for(here: Translator, node: ast.For | ast.AsyncFor) -> None:
    iterable = here.expression(node.iter)
    regions = (here.target(node.target), here.block(node.body), here.block(node.orelse))
    here.op("for", (iterable,), {"async": isinstance(node, ast.AsyncFor)}, here.span(node), regions)


def _try(here: Translator, node: ast.Try) -> None:
    star = type(node) is not ast.Try
    body = here.block(node.body)
    outer = here.region
    handlers = here.region = Region("items")
    for handler in node.handlers:
        kind = here.lazy(handler.type)
        attrs: dict[str, Any] = {"name": "", "scope": ""}
        if handler.name:
            attrs = here.name_attrs(handler.name, binds=True)
        here.op("handler", (), attrs, here.span(handler), (kind, here.block(handler.body)))
    here.region = outer
    regions = (body, handlers, here.block(node.orelse), here.block(node.finalbody))
    here.op("try", (), {"star": star}, here.span(node), regions)


def _with(here: Translator, node: ast.With | ast.AsyncWith) -> None:
    _item(here, node, 0)


def _item(here: Translator, node: ast.With | ast.AsyncWith, index: int) -> None:
    item = node.items[index]
    manager = here.expression(item.context_expr)
    target = here.target(item.optional_vars)
    if index + 1 == len(node.items):
        body = here.block(node.body)
    else:
        outer = here.region
        body = here.region = Region("block")
        _item(here, node, index + 1)
        body.statements = (here.statement_span(node),)
        body.inline = True
        here.region = outer
    attrs = {"async": isinstance(node, ast.AsyncWith), "joined": index > 0}
    here.op("with", (manager,), attrs, here.span(node), (target, body))


def _match(here: Translator, node: ast.Match) -> None:
    subject = here.expression(node.subject)
    outer = here.region
    items = here.region = Region("items")
    for case in node.cases:
        binds: list[str] = []
        reads: list[str] = []
        for part in ast.walk(case.pattern):
            if isinstance(part, ast.MatchAs | ast.MatchStar) and part.name is not None:
                binds.append(part.name)
            elif isinstance(part, ast.MatchMapping) and part.rest is not None:
                binds.append(part.rest)
            elif isinstance(part, ast.Name):
                reads.append(part.id)
                here.name_attrs(part.id)
        for name in binds:
            here.name_attrs(name, binds=True)
        starts = here.starts
        span = (
            starts[case.pattern.lineno - 1] + case.pattern.col_offset,
            starts[case.body[-1].end_lineno - 1] + case.body[-1].end_col_offset,  # type: ignore[operator]
        )
        attrs = {"pattern": ast.unparse(case.pattern), "binds": tuple(binds), "reads": tuple(reads)}
        here.op("case", (), attrs, span, (here.lazy(case.guard), here.block(case.body)))
    here.region = outer
    here.op("match", (subject,), {}, here.span(node), (items,))


STATEMENTS.update(
    {
        ast.Expr: _expression,
        ast.Assign: _assign,
        ast.AugAssign: _augassign,
        ast.AnnAssign: _annassign,
        ast.Delete: _delete,
        ast.Import: _import,
        ast.ImportFrom: _importfrom,
        ast.Global: _global,
        ast.Nonlocal: _nonlocal,
        ast.Pass: _plain("pass"),
        ast.Break: _plain("break"),
        ast.Continue: _plain("continue"),
        ast.Return: _return,
        ast.Raise: _raise,
        ast.Assert: _assert,
        ast.If: _if,
        ast.While: _while,
        ast.For: _for,
        ast.AsyncFor: _for,
        ast.Try: _try,
        ast.TryStar: _try,
        ast.With: _with,
        ast.AsyncWith: _with,
        ast.Match: _match,
    }
)
