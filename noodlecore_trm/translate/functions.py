"""Functions, lambdas and classes."""

from __future__ import annotations

import ast
from typing import Any

from noodlecore_trm.ir.op import Op, Span
from noodlecore_trm.translate.opaque import keep_unknown_statement
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator, make

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def signature(arguments: ast.arguments) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parameters as written in a signature, with `/`, `*`, `*name`, `**name`; and their bare names."""
    if not (arguments.posonlyargs or arguments.vararg or arguments.kwonlyargs or arguments.kwarg):
        names = tuple([argument.arg for argument in arguments.args])
        return names, names
    bare = [argument.arg for argument in arguments.posonlyargs]
    written = [*bare, "/"] if bare else []
    for argument in arguments.args:
        bare.append(argument.arg)
        written.append(argument.arg)
    if arguments.vararg is not None:
        bare.append(arguments.vararg.arg)
        written.append(f"*{arguments.vararg.arg}")
    elif arguments.kwonlyargs:
        written.append("*")
    for argument in arguments.kwonlyargs:
        bare.append(argument.arg)
        written.append(argument.arg)
    if arguments.kwarg is not None:
        bare.append(arguments.kwarg.arg)
        written.append(f"**{arguments.kwarg.arg}")
    return tuple(written), tuple(bare)


def _defaults(here: Translator, arguments: ast.arguments, operands: list[Op], ops: list[Op]) -> tuple[str, list[str]]:
    """Append the defaults to `operands`; returns their layout and the keyword-only names."""
    for default in arguments.defaults:
        operands.append(EXPRESSIONS[type(default)](here, default, ops))
    defaulted = []
    if arguments.kwonlyargs:
        for argument, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            if value is not None:
                operands.append(EXPRESSIONS[type(value)](here, value, ops))
                defaulted.append(argument.arg)
    return "v" * len(arguments.defaults) + "k" * len(defaulted), defaulted


def _annotated(arguments: ast.arguments) -> list[ast.arg]:
    everyone = [*arguments.args, *arguments.posonlyargs]  # as CPython evaluates them
    if arguments.vararg is not None:
        everyone.append(arguments.vararg)
    everyone += arguments.kwonlyargs
    if arguments.kwarg is not None:
        everyone.append(arguments.kwarg)
    return [argument for argument in everyone if argument.annotation is not None]


def _annotations(
    here: Translator, node: ast.FunctionDef | ast.AsyncFunctionDef, operands: list[Op], ops: list[Op]
) -> tuple[str, ...]:
    """Append the annotations to `operands`; returns the names of the parameters that have one."""
    annotated = _annotated(node.args)
    if not annotated and node.returns is None:
        return ()
    written = [argument.annotation for argument in annotated] + [node.returns]
    outer = here.enter_annotations(each for each in written if each is not None)
    names = []
    for argument in annotated:
        operands.append(EXPRESSIONS[type(argument.annotation)](here, argument.annotation, ops))  # type: ignore[index]
        names.append(argument.arg)
    if node.returns is not None:
        operands.append(EXPRESSIONS[type(node.returns)](here, node.returns, ops))
        names.append("return")
    here.enter(outer)
    return tuple(names)


def _span(here: Translator, node: Definition) -> Span:
    """The whole definition, from its first decorator on."""
    start, end = here.span(node)
    if node.decorator_list:
        first = node.decorator_list[0]
        line = first.lineno
        start = here.line_that_begins(b"@", here.starts[line] + first.col_offset, line)
    return start, end


def _lambda(here: Translator, node: ast.Lambda, ops: list[Op]) -> Op:
    operands: list[Op] = []
    layout, defaulted = _defaults(here, node.args, operands, ops)
    written, bare = signature(node.args)
    outer = here.enter(here.draft.open("lambda", "<lambda>", bare))
    region = here.lazy(node.body)
    region.scope = here.draft.scope
    here.enter(outer)
    attrs = {"parameters": written, "layout": layout, "defaulted": tuple(defaulted)}
    op = make("lambda", tuple(operands), attrs, (region,), here.span(node))
    ops.append(op)
    return op


def _function(here: Translator, node: ast.FunctionDef | ast.AsyncFunctionDef, ops: list[Op]) -> None:
    if _is_generic(node):
        keep_unknown_statement(here, node, ops)
        return
    operands = [EXPRESSIONS[type(decorator)](here, decorator, ops) for decorator in node.decorator_list]
    layout = "d" * len(operands)
    defaults, defaulted = _defaults(here, node.args, operands, ops)
    annotated = _annotations(here, node, operands, ops)
    written, bare = signature(node.args)
    entry = here.draft.bind(node.name)
    is_async = isinstance(node, ast.AsyncFunctionDef)
    attrs: dict[str, Any] = {
        "name": node.name,
        "scope": "",
        "kind": "async" if is_async else "def",
        "parameters": written,
        "layout": layout + defaults + "a" * len(annotated),
        "defaulted": tuple(defaulted),
        "annotated": annotated,
    }
    here.share_slot(entry, attrs)
    draft = here.draft.open("function", node.name, bare)
    outer = here.enter(draft)
    if is_async:
        draft.suspends()
    op = make("def", tuple(operands), attrs, (), _span(here, node))
    here.functions.append(op)
    body = here.block(node.body, draft.scope)
    body.parent = op
    op.regions = (body,)
    here.enter(outer)
    ops.append(op)


def _class(here: Translator, node: ast.ClassDef, ops: list[Op]) -> None:
    if _is_generic(node):
        keep_unknown_statement(here, node, ops)
        return
    operands = [EXPRESSIONS[type(decorator)](here, decorator, ops) for decorator in node.decorator_list]
    for base in node.bases:
        operands.append(EXPRESSIONS[type(base)](here, base, ops))
    for keyword in node.keywords:
        operands.append(EXPRESSIONS[type(keyword.value)](here, keyword.value, ops))
    attrs: dict[str, Any] = {
        "name": node.name,
        "scope": "",
        "decorators": len(node.decorator_list),
        "keywords": tuple([keyword.arg or "" for keyword in node.keywords]),
    }
    here.share_slot(here.draft.bind(node.name), attrs)
    outer = here.enter(here.draft.open("class", node.name))
    body = here.block(node.body, here.draft.scope)
    here.enter(outer)
    ops.append(make("class", tuple(operands), attrs, (body,), _span(here, node)))


def _is_generic(node: Definition) -> bool:
    """Whether it has parameters for types, which have a scope of their own: Python 3.12 knows them."""
    return bool(getattr(node, "type_params", ()))


EXPRESSIONS[ast.Lambda] = _lambda
STATEMENTS.update({ast.FunctionDef: _function, ast.AsyncFunctionDef: _function, ast.ClassDef: _class})
