"""Expressions without a scope of their own."""

from __future__ import annotations

import ast
from typing import Any, Final

from noodlecore_trm.ir.constants import conversions_of
from noodlecore_trm.ir.op import NO_ATTRS, Op, walk
from noodlecore_trm.ir.scope import BUILTINS
from noodlecore_trm.ir.shapes import names_in_text
from noodlecore_trm.translate.opaque import keep_expression
from noodlecore_trm.translate.scopes import SEES_FRAMES, SEES_NAMES
from noodlecore_trm.translate.translator import EXPRESSIONS, Translator, make, new_object

Attrs = dict[str, Any]

BINARY: Final[dict[type[ast.operator], Attrs]] = {
    ast.Add: {"op": "+"},
    ast.Sub: {"op": "-"},
    ast.Mult: {"op": "*"},
    ast.MatMult: {"op": "@"},
    ast.Div: {"op": "/"},
    ast.Mod: {"op": "%"},
    ast.Pow: {"op": "**"},
    ast.LShift: {"op": "<<"},
    ast.RShift: {"op": ">>"},
    ast.BitOr: {"op": "|"},
    ast.BitXor: {"op": "^"},
    ast.BitAnd: {"op": "&"},
    ast.FloorDiv: {"op": "//"},
}
_UNARY: Final[dict[type[ast.unaryop], Attrs]] = {
    ast.Invert: {"op": "~"},
    ast.Not: {"op": "not"},
    ast.UAdd: {"op": "+"},
    ast.USub: {"op": "-"},
}
_COMPARE: Final[dict[type[ast.cmpop], Attrs]] = {
    ast.Eq: {"op": "=="},
    ast.NotEq: {"op": "!="},
    ast.Lt: {"op": "<"},
    ast.LtE: {"op": "<="},
    ast.Gt: {"op": ">"},
    ast.GtE: {"op": ">="},
    ast.Is: {"op": "is"},
    ast.IsNot: {"op": "is not"},
    ast.In: {"op": "in"},
    ast.NotIn: {"op": "not in"},
}
_BOOLEAN: Final[dict[type[ast.boolop], Attrs]] = {ast.And: {"op": "and"}, ast.Or: {"op": "or"}}
_CONVERSIONS: Final[dict[int, Attrs]] = {
    -1: {"conversion": ""},
    115: {"conversion": "s"},
    114: {"conversion": "r"},
    97: {"conversion": "a"},
}
_COMPUTED: Final = (
    ast.Constant, ast.BinOp, ast.UnaryOp, ast.Tuple, ast.Subscript, ast.Slice, ast.operator, ast.unaryop, ast.Load,
)  # fmt: skip
"""What the compiler may make a constant of."""
_NO_KEYWORDS: Final[Attrs] = {"keywords": ()}
_TELLING: Final = SEES_FRAMES | SEES_NAMES | {"__dict__"}
_IMPORTING: Final = frozenset(("__import__", "import_module"))


class _Nowhere(list[int]):
    """
    Line starts for code without lines.

    Before Python 3.12 the parts of an f-string have no positions that can be relied on.
    """

    def __getitem__(self, line: Any) -> Any:
        return 0


_NOWHERE: Final = _Nowhere()


# The four kinds below are two thirds of all ops, hence `make` is written out in them.


def _constant(here: Translator, node: Any, ops: list[Op]) -> Op:
    starts = here.starts
    value = node.value
    if type(value) is str:
        words = names_in_text(value)
        here.words |= words
        if not SEES_FRAMES.isdisjoint(words):
            here.draft.taint(f"uses {value!r}")
    op = new_object(Op)
    op.kind = "constant"
    op.operands = op.regions = ()
    op.attrs = {"value": value} if node.kind is None else {"value": value, "u": True}
    op.origin = (starts[node.lineno] + node.col_offset, starts[node.end_lineno] + node.end_col_offset)
    op.edited = False
    ops.append(op)
    return op


def _name(here: Translator, node: Any, ops: list[Op]) -> Op:
    column = node.col_offset
    start = here.starts[node.lineno] + column
    op = new_object(Op)
    op.kind = "load"
    op.operands = op.regions = ()
    op.attrs = here.names.get(node.id) or here.draft.use(node.id)
    op.origin = (start, start + node.end_col_offset - column)
    op.edited = False
    ops.append(op)
    return op


def _attribute(here: Translator, node: Any, ops: list[Op]) -> Op:
    starts = here.starts
    value = node.value
    name = node.attr
    here.words.add(name)
    if name in _TELLING and (name in SEES_FRAMES or _name_of(value) in BUILTINS):
        here.draft.taint(f"uses {name}")
    op = new_object(Op)
    op.kind = "getattr"
    op.operands = (EXPRESSIONS[type(value)](here, value, ops),)
    op.attrs = {"name": name}
    op.regions = ()
    op.origin = (starts[node.lineno] + node.col_offset, starts[node.end_lineno] + node.end_col_offset)
    op.edited = False
    ops.append(op)
    return op


def _call(here: Translator, node: Any, ops: list[Op]) -> Op:
    starts = here.starts
    function = node.func
    if _name_of(function) in _IMPORTING and any(_is_text(argument, "builtins") for argument in node.args):
        here.uncertain = "imports builtins by its name"
    operands = [EXPRESSIONS[type(function)](here, function, ops)]
    for argument in node.args:
        operands.append(EXPRESSIONS[type(argument)](here, argument, ops))
    op = new_object(Op)
    op.kind = "call"
    op.attrs = _NO_KEYWORDS
    if node.keywords:
        names = []
        for keyword in node.keywords:
            argument = keyword.value
            operands.append(EXPRESSIONS[type(argument)](here, argument, ops))
            names.append(keyword.arg or "")
        op.attrs = {"keywords": tuple(names)}
    op.operands = tuple(operands)
    op.regions = ()
    op.origin = (starts[node.lineno] + node.col_offset, starts[node.end_lineno] + node.end_col_offset)
    op.edited = False
    ops.append(op)
    return op


def _name_of(node: ast.expr) -> str:
    """The name at the end of a path of names."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_text(node: ast.expr, text: str) -> bool:
    return isinstance(node, ast.Constant) and bool(node.value == text)


def _subscript(here: Translator, node: ast.Subscript, ops: list[Op]) -> Op:
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    index = EXPRESSIONS[type(node.slice)](here, node.slice, ops)
    op = make("getitem", (value, index), NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


def _slice(here: Translator, node: ast.Slice, ops: list[Op]) -> Op:
    parts = ""
    operands = []
    for letter, part in (("l", node.lower), ("u", node.upper), ("s", node.step)):
        if part is not None:
            parts += letter
            operands.append(EXPRESSIONS[type(part)](here, part, ops))
    op = make("slice", tuple(operands), {"parts": parts}, (), here.span(node))
    ops.append(op)
    return op


def _binary(here: Translator, node: ast.BinOp, ops: list[Op]) -> Op:
    if type(node.op) is ast.Mod and type(node.right) is ast.Tuple:
        joined = _percent(here, node, node.right.elts, ops)
        if joined is not None:
            return joined
    left = EXPRESSIONS[type(node.left)](here, node.left, ops)
    right = EXPRESSIONS[type(node.right)](here, node.right, ops)
    op = make("binary", (left, right), BINARY[type(node.op)], (), here.span(node))
    ops.append(op)
    return op


def _percent(here: Translator, node: ast.BinOp, items: list[ast.expr], ops: list[Op]) -> Op | None:
    """A literal `% (x, ...)`, if the compiler makes an f-string of it."""
    text = node.left
    if type(text) is not ast.Constant:
        computed = all(isinstance(part, _COMPUTED) for part in ast.walk(text))
        return keep_expression(here, node, ops) if computed else None
    conversions = conversions_of(text.value, len(items)) if type(text.value) is str else ""
    if not conversions or any(type(item) is ast.Starred for item in items):
        return None
    operands = [_constant(here, text, ops)]
    for item, conversion in zip(items, conversions, strict=True):
        value = EXPRESSIONS[type(item)](here, item, ops)
        operands.append(make("format", (value,), {"conversion": conversion, "percent": True}, (), None))
        ops.append(operands[-1])
    op = make("fstring", tuple(operands), {"percent": True}, (), here.span(node))
    ops.append(op)
    return op


def _unary(here: Translator, node: ast.UnaryOp, ops: list[Op]) -> Op:
    operand = EXPRESSIONS[type(node.operand)](here, node.operand, ops)
    op = make("unary", (operand,), _UNARY[type(node.op)], (), here.span(node))
    ops.append(op)
    return op


def _compare(here: Translator, node: ast.Compare, ops: list[Op]) -> Op:
    left = EXPRESSIONS[type(node.left)](here, node.left, ops)
    others = node.comparators
    right = EXPRESSIONS[type(others[0])](here, others[0], ops)
    if len(others) == 1:
        op = make("compare", (left, right), _COMPARE[type(node.ops[0])], (), here.span(node))
    else:
        attrs = {"ops": tuple([_COMPARE[type(symbol)]["op"] for symbol in node.ops])}
        rest = tuple([here.lazy(part) for part in others[1:]])
        op = make("chain", (left, right), attrs, rest, here.span(node))
    ops.append(op)
    return op


def _boolean(here: Translator, node: ast.BoolOp, ops: list[Op]) -> Op:
    parts = node.values
    first = EXPRESSIONS[type(parts[0])](here, parts[0], ops)
    rest = tuple([here.lazy(part) for part in parts[1:]])
    op = make("boolean", (first,), _BOOLEAN[type(node.op)], rest, here.span(node))
    ops.append(op)
    return op


def _select(here: Translator, node: ast.IfExp, ops: list[Op]) -> Op:
    test = EXPRESSIONS[type(node.test)](here, node.test, ops)
    op = make("select", (test,), NO_ATTRS, (here.lazy(node.body), here.lazy(node.orelse)), here.span(node))
    ops.append(op)
    return op


_DISPLAYS: Final[dict[type[ast.expr], str]] = {ast.Tuple: "tuple", ast.List: "list", ast.Set: "set"}


def _display(here: Translator, node: ast.Tuple | ast.List | ast.Set, ops: list[Op]) -> Op:
    operands = tuple([EXPRESSIONS[type(element)](here, element, ops) for element in node.elts])
    op = make(_DISPLAYS[type(node)], operands, NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


def _dict(here: Translator, node: ast.Dict, ops: list[Op]) -> Op:
    entries = ""
    operands = []
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None:
            entries += "u"
        else:
            entries += "p"
            operands.append(EXPRESSIONS[type(key)](here, key, ops))
        operands.append(EXPRESSIONS[type(value)](here, value, ops))
    op = make("dict", tuple(operands), {"entries": entries}, (), here.span(node))
    ops.append(op)
    return op


def _star(here: Translator, node: ast.Starred, ops: list[Op]) -> Op:
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    op = make("star", (value,), NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


def _fstring(here: Translator, node: ast.JoinedStr, ops: list[Op]) -> Op:
    first = len(ops)
    starts = here.starts
    here.starts = _NOWHERE
    operands = tuple([EXPRESSIONS[type(part)](here, part, ops) for part in node.values])
    here.starts = starts
    for part in ops[first:]:
        part.origin = None
        for region in part.regions:
            for inner in walk(region):
                inner.origin = None
    op = make("fstring", operands, NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


def _format(here: Translator, node: ast.FormattedValue, ops: list[Op]) -> Op:
    operands = [EXPRESSIONS[type(node.value)](here, node.value, ops)]
    if node.format_spec is not None:
        operands.append(EXPRESSIONS[type(node.format_spec)](here, node.format_spec, ops))
    op = make("format", tuple(operands), _CONVERSIONS[node.conversion], (), None)
    ops.append(op)
    return op


def _walrus(here: Translator, node: ast.NamedExpr, ops: list[Op]) -> Op:
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    op = make("walrus", (value,), here.draft.bind_outside(node.target.id), (), here.span(node))
    ops.append(op)
    return op


def _yield(here: Translator, node: ast.Yield, ops: list[Op]) -> Op:
    here.draft.suspends()
    operands = () if node.value is None else (EXPRESSIONS[type(node.value)](here, node.value, ops),)
    op = make("yield", operands, NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


def _yieldfrom(here: Translator, node: ast.YieldFrom, ops: list[Op]) -> Op:
    here.draft.suspends()
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    op = make("yieldfrom", (value,), NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


def _await(here: Translator, node: ast.Await, ops: list[Op]) -> Op:
    here.draft.suspends()
    value = EXPRESSIONS[type(node.value)](here, node.value, ops)
    op = make("await", (value,), NO_ATTRS, (), here.span(node))
    ops.append(op)
    return op


EXPRESSIONS.update(
    {
        ast.Constant: _constant,
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.Call: _call,
        ast.Subscript: _subscript,
        ast.Slice: _slice,
        ast.BinOp: _binary,
        ast.UnaryOp: _unary,
        ast.Compare: _compare,
        ast.BoolOp: _boolean,
        ast.IfExp: _select,
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
