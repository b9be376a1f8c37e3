"""Everything that binds or unbinds: targets, assignments, deletions, imports, declarations."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, Final

from noodlecore_trm.ir.op import NO_ATTRS, Op, Region, Span
from noodlecore_trm.translate.expressions import BINARY
from noodlecore_trm.translate.opaque import keep_statement
from noodlecore_trm.translate.scopes import SEES_NAMES
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator, Untranslatable, make, make_region

_SIMPLE: Final = ({"simple": False}, {"simple": True})


def bind(here: Translator, node: ast.expr, value: Op, span: Span, ops: list[Op]) -> None:
    """Append the ops that bind a value to a target; `span` is what the binding op stands for."""
    kind = type(node)
    if isinstance(node, ast.Name):
        op = make("store", (value,), here.draft.bind(node.id), (), span)
    elif isinstance(node, ast.Attribute):
        owner = EXPRESSIONS[type(node.value)](here, node.value, ops)
        op = make("setattr", (value, owner), {"name": node.attr}, (), span)
    elif isinstance(node, ast.Subscript):
        owner = EXPRESSIONS[type(node.value)](here, node.value, ops)
        index = EXPRESSIONS[type(node.slice)](here, node.slice, ops)
        op = make("setitem", (value, owner, index), NO_ATTRS, (), span)
    elif not isinstance(node, ast.Tuple | ast.List):
        raise Untranslatable("assigns to a starred target")
    else:
        star = -1
        regions = []
        for position, element in enumerate(node.elts):
            if isinstance(element, ast.Starred):
                if star >= 0:
                    raise Untranslatable("assigns to a starred target")
                star = position
                element = element.value
            regions.append(target_region(here, element))
        attrs = {"type": "tuple" if kind is ast.Tuple else "list", "star": star}
        op = make("unpack", (value,), attrs, tuple(regions), span)
    ops.append(op)


def target_region(here: Translator, node: ast.expr) -> Region:
    """A region that binds its argument to a target."""
    argument = make("argument", (), NO_ATTRS, (), None)
    ops = [argument]
    bind(here, node, argument, here.span(node), ops)
    return make_region("target", ops)


def _assign(here: Translator, node: ast.Assign, ops: list[Op]) -> None:
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    targets = node.targets
    kind = type(targets[0])
    if len(targets) == 1 and kind is not ast.Tuple and kind is not ast.List:
        bind(here, targets[0], value, here.span(node), ops)
    else:
        regions = tuple([target_region(here, target) for target in targets])
        ops.append(make("assign", (value,), NO_ATTRS, regions, here.span(node)))


def _augassign(here: Translator, node: ast.AugAssign, ops: list[Op]) -> None:
    target = node.target
    place = here.span(target)
    kind: str
    owners: tuple[Op, ...] = ()
    attrs: Any = NO_ATTRS
    if isinstance(target, ast.Name):
        attrs = here.draft.bind(target.id)
        before, kind = make("load", (), attrs, (), place), "store"
    elif isinstance(target, ast.Attribute):
        owners = (EXPRESSIONS[type(target.value)](here, target.value, ops),)
        here.words.add(target.attr)
        attrs = {"name": target.attr}
        before, kind = make("getattr", owners, attrs, (), place), "setattr"
    else:
        container = EXPRESSIONS[type(target.value)](here, target.value, ops)
        owners = (container, EXPRESSIONS[type(target.slice)](here, target.slice, ops))
        before, kind = make("getitem", owners, attrs, (), place), "setitem"
    ops.append(before)
    amount = EXPRESSIONS[type(node.value)](here, node.value, ops)
    value = make("inplace", (before, amount), BINARY[type(node.op)], (), None)
    ops.append(value)
    ops.append(make(kind, (value, *owners), attrs, (), here.span(node)))


def _annassign(here: Translator, node: ast.AnnAssign, ops: list[Op]) -> None:
    target = node.target
    operands = () if node.value is None else (EXPRESSIONS[type(node.value)](here, node.value, ops),)
    if isinstance(target, ast.Name) and node.value is None and not node.simple:
        # `(x): int` does not even make x local.
        argument = make("argument", (), NO_ATTRS, (), None)
        store = make("store", (argument,), here.draft.mention(target.id), (), here.span(target))
        region = make_region("target", [argument, store])
    else:
        region = target_region(here, target)
    outer = here.enter_annotations((node.annotation,))
    annotation = here.lazy(node.annotation)
    here.enter(outer)
    ops.append(make("annassign", operands, _SIMPLE[bool(node.simple)], (region, annotation), here.span(node)))


def _delete(here: Translator, node: ast.Delete, ops: list[Op]) -> None:
    brackets = "".join(map(_brackets, node.targets))
    if "." not in brackets:
        keep_statement(here, node, ops)  # `del ()` does nothing
        return
    items: list[Op] = []
    for target in _deleted(node.targets):
        span = here.span(target)
        if isinstance(target, ast.Name):
            op = make("delname", (), here.draft.bind(target.id), (), span)
        elif isinstance(target, ast.Attribute):
            owner = EXPRESSIONS[type(target.value)](here, target.value, items)
            op = make("delattr", (owner,), {"name": target.attr}, (), span)
        else:
            assert isinstance(target, ast.Subscript)
            owner = EXPRESSIONS[type(target.value)](here, target.value, items)
            index = EXPRESSIONS[type(target.slice)](here, target.slice, items)
            op = make("delitem", (owner, index), NO_ATTRS, (), span)
        items.append(op)
    attrs = {"brackets": brackets} if len(brackets) > brackets.count(".") else NO_ATTRS
    ops.append(make("delete", (), attrs, (make_region("items", items),), here.span(node)))


def _deleted(targets: list[ast.expr]) -> Iterator[ast.expr]:
    """What is deleted, in order: `del (a, [b.c])` deletes `a` and `b.c`."""
    for target in targets:
        if isinstance(target, ast.Tuple | ast.List):
            yield from _deleted(target.elts)
        else:
            yield target


def _brackets(target: ast.expr) -> str:
    """How a target of `del` is put together: a dot for each thing that is deleted, in the brackets around it."""
    if not isinstance(target, ast.Tuple | ast.List):
        return "."
    inside = "".join(map(_brackets, target.elts))
    return f"({inside})" if isinstance(target, ast.Tuple) else f"[{inside}]"


def _import(here: Translator, node: ast.Import, ops: list[Op]) -> None:
    names = tuple([alias.name for alias in node.names])
    here.words.update(names)
    binds = tuple([alias.asname or alias.name.partition(".")[0] for alias in node.names])
    if any(alias.name == "builtins" and alias.asname not in (None, "builtins") for alias in node.names):
        here.uncertain = "imports builtins under another name"
    attrs: dict[str, Any] = {"names": names, "aliases": _aliases(node), "binds": binds, "scope": ()}
    here.share_slots([here.draft.bind(name) for name in binds], attrs)
    ops.append(make("import", (), attrs, (), here.span(node)))


def _importfrom(here: Translator, node: ast.ImportFrom, ops: list[Op]) -> None:
    names = tuple([alias.name for alias in node.names])
    binds: tuple[str, ...] = ()
    if names[0] == "*":
        here.draft.taint("star import")
    else:
        here.words.update(names, (node.module or "",))
        binds = tuple([alias.asname or alias.name for alias in node.names])
        for alias in node.names:
            if alias.name in SEES_NAMES and here.draft.scope.kind == "function":
                here.draft.taint(f"imports {alias.name}")
            if (alias.name in SEES_NAMES or alias.name == "builtins") and alias.asname not in (None, alias.name):
                here.uncertain = f"imports {alias.name} under another name"
    attrs: dict[str, Any] = {
        "module": node.module or "",
        "level": node.level,
        "names": names,
        "aliases": _aliases(node),
        "binds": binds,
        "scope": (),
    }
    here.share_slots([here.draft.bind(name) for name in binds], attrs)
    ops.append(make("importfrom", (), attrs, (), here.span(node)))


def _aliases(node: ast.Import | ast.ImportFrom) -> tuple[str, ...]:
    return tuple([alias.asname or "" for alias in node.names])


def _global(here: Translator, node: ast.Global, ops: list[Op]) -> None:
    here.draft.global_names.update(node.names)
    for name in node.names:
        here.draft.use(name)
    ops.append(make("global", (), {"names": tuple(node.names)}, (), here.span(node)))


def _nonlocal(here: Translator, node: ast.Nonlocal, ops: list[Op]) -> None:
    here.draft.nonlocal_names.update(node.names)
    for name in node.names:
        here.draft.use(name)
    ops.append(make("nonlocal", (), {"names": tuple(node.names)}, (), here.span(node)))


STATEMENTS.update(
    {
        ast.Assign: _assign,
        ast.AugAssign: _augassign,
        ast.AnnAssign: _annassign,
        ast.Delete: _delete,
        ast.Import: _import,
        ast.ImportFrom: _importfrom,
        ast.Global: _global,
        ast.Nonlocal: _nonlocal,
    }
)
