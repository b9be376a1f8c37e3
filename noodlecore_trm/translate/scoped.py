"""Everything that opens a scope: functions, lambdas, classes, comprehensions."""

from __future__ import annotations

import ast
from typing import Any

from noodlecore_trm.ir.op import Op, Region
from noodlecore_trm.translate.scopes import Draft
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_TYPES = {ast.ListComp: "list", ast.SetComp: "set", ast.DictComp: "dict", ast.GeneratorExp: "generator"}


def signature(arguments: ast.arguments) -> tuple[str, ...]:
    """Parameter names as written in a signature, with `/`, `*`, `*name` and `**name`."""
    written = [argument.arg for argument in arguments.posonlyargs]
    if written:
        written.append("/")
    written.extend([argument.arg for argument in arguments.args])
    if arguments.vararg is not None:
        written.append(f"*{arguments.vararg.arg}")
    elif arguments.kwonlyargs:
        written.append("*")
    written.extend([argument.arg for argument in arguments.kwonlyargs])
    if arguments.kwarg is not None:
        written.append(f"**{arguments.kwarg.arg}")
    return tuple(written)


def _parameters(draft: Draft, arguments: ast.arguments) -> tuple[str, ...]:
    names = [each.lstrip("*") for each in signature(arguments) if each not in ("/", "*")]
    return tuple([draft.mangled(name) for name in names])


def _defaults(here: Translator, arguments: ast.arguments) -> tuple[list[Op], str, tuple[str, ...]]:
    operands = [here.expression(default) for default in arguments.defaults]
    layout = "v" * len(operands)
    defaulted = []
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            operands.append(here.expression(default))
            layout += "k"
            defaulted.append(argument.arg)
    return operands, layout, tuple(defaulted)


def _lambda(here: Translator, node: ast.Lambda) -> Op:
    operands, layout, defaulted = _defaults(here, node.args)
    outer = here.draft
    here.draft = outer.open("lambda", "<lambda>", _parameters(outer, node.args))
    region = here.lazy(node.body)
    region.scope = here.draft.scope
    here.draft = outer
    attrs = {"parameters": signature(node.args), "layout": layout, "defaulted": defaulted}
    return here.op("lambda", tuple(operands), attrs, here.span(node), (region,))


def _comprehension(here: Translator, node: Comprehension) -> Op:
    kind = _TYPES[type(node)]
    first = here.expression(node.generators[0].iter)
    outer, outer_region = here.draft, here.region
    here.draft = outer.open("comprehension", "<genexpr>" if kind == "generator" else f"<{kind}comp>")
    region = here.region = Region("block", scope=here.draft.scope)
    _clauses(here, node, 0, here.op("argument", ()))
    suspends = here.draft.scope.suspends
    here.draft, here.region = outer, outer_region
    if suspends and kind != "generator":
        outer.scope.suspends = True
    return here.op("comprehension", (first,), {"type": kind}, here.span(node), (region,))


def _clauses(here: Translator, node: Comprehension, index: int, iterable: Op) -> None:
    clause = node.generators[index]
    target = here.target(clause.target)
    outer = here.region
    body = here.region = Region("block")
    blocks = []
    for condition in clause.ifs:
        test = here.expression(condition)
        inner = Region("block")
        blocks.append((here.region, test, inner))
        here.region = inner
    if index + 1 < len(node.generators):
        following = here.expression(node.generators[index + 1].iter)
        _clauses(here, node, index + 1, following)
    elif isinstance(node, ast.DictComp):
        key = here.expression(node.key)
        here.op("comp_element", (key, here.expression(node.value)))
    else:
        here.op("comp_element", (here.expression(node.elt),))
    for region, test, inner in reversed(blocks):
        here.region = region
        here.op("comp_if", (test,), {}, None, (inner,))
    here.region = outer
    if clause.is_async:
        here.draft.scope.suspends = True
    here.op("comp_for", (iterable,), {"async": bool(clause.is_async)}, None, (target, body))


def _function(here: Translator, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    span = here.statement_span(node)
    operands = [here.expression(decorator) for decorator in node.decorator_list]
    layout = "d" * len(operands)
    defaults, default_layout, defaulted = _defaults(here, node.args)
    operands += defaults
    layout += default_layout
    arguments = node.args
    everyone = [*arguments.posonlyargs, *arguments.args]
    if arguments.vararg is not None:
        everyone.append(arguments.vararg)
    everyone += arguments.kwonlyargs
    if arguments.kwarg is not None:
        everyone.append(arguments.kwarg)
    annotated = []
    for argument in everyone:
        if argument.annotation is not None:
            operands.append(here.expression(argument.annotation))
            annotated.append(argument.arg)
    if node.returns is not None:
        operands.append(here.expression(node.returns))
        annotated.append("return")
    layout += "a" * len(annotated)
    attrs: dict[str, Any] = here.name_attrs(node.name, binds=True)
    attrs["kind"] = "async" if isinstance(node, ast.AsyncFunctionDef) else "def"
    attrs["parameters"] = signature(arguments)
    attrs["layout"] = layout
    attrs["defaulted"] = defaulted
    attrs["annotated"] = tuple(annotated)
    outer = here.draft
    here.draft = outer.open("function", node.name, _parameters(outer, arguments))
    if attrs["kind"] == "async":
        here.draft.scope.suspends = True
    place = len(here.functions)
    body = here.block(node.body, Region("block", scope=here.draft.scope))
    here.draft = outer
    op = here.op("def", tuple(operands), attrs, span, (body,))
    here.functions.insert(place, op)


def _class(here: Translator, node: ast.ClassDef) -> None:
    span = here.statement_span(node)
    operands = [here.expression(decorator) for decorator in node.decorator_list]
    operands += [here.expression(base) for base in node.bases]
    operands += [here.expression(keyword.value) for keyword in node.keywords]
    attrs: dict[str, Any] = here.name_attrs(node.name, binds=True)
    attrs["decorators"] = len(node.decorator_list)
    attrs["keywords"] = tuple([keyword.arg or "" for keyword in node.keywords])
    outer = here.draft
    here.draft = outer.open("class", node.name)
    body = here.block(node.body, Region("block", scope=here.draft.scope))
    here.draft = outer
    here.op("class", tuple(operands), attrs, span, (body,))


EXPRESSIONS.update(
    {
        ast.Lambda: _lambda,
        ast.ListComp: _comprehension,
        ast.SetComp: _comprehension,
        ast.DictComp: _comprehension,
        ast.GeneratorExp: _comprehension,
    }
)
STATEMENTS.update({ast.FunctionDef: _function, ast.AsyncFunctionDef: _function, ast.ClassDef: _class})
