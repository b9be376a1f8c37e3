"""Expressions without a scope of their own."""

from __future__ import annotations

import ast
from typing import Final

from noodlecore_trm.ir.op import Op
from noodlecore_trm.translate.scopes import SEES_NAMES
from noodlecore_trm.translate.translator import EXPRESSIONS, Translator

BINARY: Final[dict[type, str]] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.Mod: "%", ast.Pow: "**",
    ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//",
}  # fmt: skip
_UNARY: Final[dict[type, str]] = {ast.Invert: "~", ast.Not: "not", ast.UAdd: "+", ast.USub: "-"}
_COMPARE: Final[dict[type, str]] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
_CONVERSIONS: Final = {-1: "", 115: "s", 114: "r", 97: "a"}


def _constant(here: Translator, node: ast.Constant) -> Op:
    attrs = {"value": node.value} if node.kind is None else {"value": node.value, "u": True}
    return here.op("constant", (), attrs, here.span(node))


def _name(here: Translator, node: ast.Name) -> Op:
    return here.op("load", (), here.name_attrs(node.id), here.span(node))


def _attribute(here: Translator, node: ast.Attribute) -> Op:
    value = here.expression(node.value)
    if node.attr in SEES_NAMES and node.attr in ("_getframe", "currentframe"):
        here.draft.taint(f"uses {node.attr}")
    return here.op("getattr", (value,), {"name": node.attr}, here.span(node))


def _subscript(here: Translator, node: ast.Subscript) -> Op:
    value = here.expression(node.value)
    return here.op("getitem", (value, here.expression(node.slice)), {}, here.span(node))


def _slice(here: Translator, node: ast.Slice) -> Op:
    parts = ""
    operands = []
    for letter, part in (("l", node.lower), ("u", node.upper), ("s", node.step)):
        if part is not None:
            parts += letter
            operands.append(here.expression(part))
    return here.op("slice", tuple(operands), {"parts": parts}, here.span(node))


def _binary(here: Translator, node: ast.BinOp) -> Op:
    left = here.expression(node.left)
    right = here.expression(node.right)
    return here.op("binary", (left, right), {"op": BINARY[type(node.op)]}, here.span(node))


def _unary(here: Translator, node: ast.UnaryOp) -> Op:
    return here.op("unary", (here.expression(node.operand),), {"op": _UNARY[type(node.op)]}, here.span(node))


def _compare(here: Translator, node: ast.Compare) -> Op:
    left = here.expression(node.left)
    right = here.expression(node.comparators[0])
    if len(node.ops) == 1:
        return here.op("compare", (left, right), {"op": _COMPARE[type(node.ops[0])]}, here.span(node))
    rest = tuple(here.lazy(part) for part in node.comparators[1:])
    symbols = tuple(_COMPARE[type(symbol)] for symbol in node.ops)
    return here.op("chain", (left, right), {"ops": symbols}, here.span(node), rest)


def _boolean(here: Translator, node: ast.BoolOp) -> Op:
    first = here.expression(node.values[0])
    rest = tuple(here.lazy(part) for part in node.values[1:])
    symbol = "and" if isinstance(node.op, ast.And) else "or"
    return here.op("boolean", (first,), {"op": symbol}, here.span(node), rest)


def _select(here: Translator, node: ast.IfExp) -> Op:
    test = here.expression(node.test)
    arms = (here.lazy(node.body), here.lazy(node.orelse))
    return here.op("select", (test,), {}, here.span(node), arms)


def _call(here: Translator, node: ast.Call) -> Op:
    operands = [here.expression(node.func)]
    operands.extend([here.expression(argument) for argument in node.args])
    operands.extend([here.expression(keyword.value) for keyword in node.keywords])
    keywords = tuple([keyword.arg or "" for keyword in node.keywords])
    return here.op("call", tuple(operands), {"keywords": keywords}, here.span(node))


def _display(here: Translator, node: ast.Tuple | ast.List | ast.Set) -> Op:
    operands = tuple([here.expression(element) for element in node.elts])
    return here.op(type(node).__name__.lower(), operands, {}, here.span(node))


def _dict(here: Translator, node: ast.Dict) -> Op:
    entries = ""
    operands = []
    for key, value in zip(node.keys, node.values, strict=True):
        if key is not None:
            operands.append(here.expression(key))
        entries += "u" if key is None else "p"
        operands.append(here.expression(value))
    return here.op("dict", tuple(operands), {"entries": entries}, here.span(node))


def _star(here: Translator, node: ast.Starred) -> Op:
    return here.op("star", (here.expression(node.value),), {}, here.span(node))


def _fstring(here: Translator, node: ast.JoinedStr) -> Op:
    span = here.span(node)
    located, here.located = here.located, False
    parts = tuple([here.expression(part) for part in node.values])
    here.located = located
    return here.op("fstring", parts, {}, span)


def _format(here: Translator, node: ast.FormattedValue) -> Op:
    operands = [here.expression(node.value)]
    if node.format_spec is not None:
        operands.append(here.expression(node.format_spec))
    return here.op("format", tuple(operands), {"conversion": _CONVERSIONS[node.conversion]})


def _walrus(here: Translator, node: ast.NamedExpr) -> Op:
    value = here.expression(node.value)
    return here.op("walrus", (value,), here.walrus_attrs(node.target.id), here.span(node))


def _yield(here: Translator, node: ast.Yield) -> Op:
    here.draft.scope.suspends = True
    operands = () if node.value is None else (here.expression(node.value),)
    return here.op("yield", operands, {}, here.span(node))


def _yieldfrom(here: Translator, node: ast.YieldFrom) -> Op:
    here.draft.scope.suspends = True
    return here.op("yieldfrom", (here.expression(node.value),), {}, here.span(node))


def _await(here: Translator, node: ast.Await) -> Op:
    here.draft.scope.suspends = True
    return here.op("await", (here.expression(node.value),), {}, here.span(node))


EXPRESSIONS.update(
    {
        ast.Constant: _constant,
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.Subscript: _subscript,
        ast.Slice: _slice,
        ast.BinOp: _binary,
        ast.UnaryOp: _unary,
        ast.Compare: _compare,
        ast.BoolOp: _boolean,
        ast.IfExp: _select,
        ast.Call: _call,
        ast.Tuple: _display,
        ast.List: _display,
        ast.Set: _display,
        ast.Dict: _dict,
        ast.Starred: _star,
        ast.JoinedStr: _fstring,
        ast.FormattedValue: _format,
        ast.NamedExpr: _walrus,
        ast.Yield: _yield,
        ast.YieldFrom: _yieldfrom,
        ast.Await: _await,
    }
)
