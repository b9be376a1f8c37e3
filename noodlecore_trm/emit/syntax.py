"""
From ops to syntax trees (`ast`).

The nodes of a region are built in the order of its ops, which is the order of evaluation, so no
recursion follows the depth of an expression; only regions nest.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Container, Iterable
from typing import Any, Final

from noodlecore_trm.emit.compare import Unsaid
from noodlecore_trm.emit.failure import EmissionError
from noodlecore_trm.ir.op import Op, Region

LOAD: Final = ast.Load()
STORE: Final = ast.Store()
DEL: Final = ast.Del()

OPERATORS: Final[dict[str, ast.operator]] = {
    "+": ast.Add(), "-": ast.Sub(), "*": ast.Mult(), "/": ast.Div(), "//": ast.FloorDiv(), "%": ast.Mod(),
    "**": ast.Pow(), "@": ast.MatMult(), "<<": ast.LShift(), ">>": ast.RShift(), "&": ast.BitAnd(),
    "|": ast.BitOr(), "^": ast.BitXor(),
}  # fmt: skip
UNARY: Final[dict[str, ast.unaryop]] = {"-": ast.USub(), "+": ast.UAdd(), "~": ast.Invert(), "not": ast.Not()}
BOOLEAN: Final[dict[str, ast.boolop]] = {"and": ast.And(), "or": ast.Or()}
COMPARE: Final[dict[str, ast.cmpop]] = {
    "==": ast.Eq(), "!=": ast.NotEq(), "<": ast.Lt(), "<=": ast.LtE(), ">": ast.Gt(), ">=": ast.GtE(),
    "is": ast.Is(), "is not": ast.IsNot(), "in": ast.In(), "not in": ast.NotIn(),
}  # fmt: skip


class Builder:
    """
    Builds nodes and remembers the one of each expression and statement in `nodes`.

    An `Unsaid` stands for each statement of the module and of its classes that is among the `untouched`. Raises
    EmissionError for ops that no source can say.
    """

    def __init__(self, untouched: Container[Op] = ()) -> None:
        self._untouched = untouched
        self.nodes: dict[Op, Any] = {}
        self.joined: dict[ast.JoinedStr, Op] = {}
        """The op behind each f-string."""
        self._patterns: dict[str, Any] = {}

    def module(self, body: Region) -> ast.Module:
        return ast.Module(self.suite(body), [])

    def suite(self, region: Region) -> list[Any]:
        """The statements of a module or class."""
        untouched = self._untouched
        if not untouched:
            return self.ops(region.ops)
        statements: list[Any] = []
        begin = 0
        for end, op in enumerate(region.ops, 1):
            if _MAKERS[op.kind][0]:
                if op in untouched:
                    statements.append(Unsaid(op))
                else:
                    statements += self.ops(region.ops[begin:end])
                begin = end
        return statements

    def ops(self, ops: Iterable[Op]) -> list[Any]:
        """The statements among `ops`; expressions land in `nodes`."""
        nodes = self.nodes
        makers = _MAKERS
        statements: list[Any] = []
        for op in ops:
            statement, make = makers[op.kind]
            node = make(self, op)
            nodes[op] = node
            if statement:
                statements.append(node)
        return statements

    def block(self, region: Region) -> list[Any]:
        """The statements of a region that must not be empty."""
        return self.ops(region.ops) or [ast.Pass()]

    def lazy(self, region: Region) -> Any:
        """The expression of a lazy region."""
        self.ops(region.ops)
        return self.nodes[region.ops[-1]]

    def maybe(self, region: Region) -> Any:
        """The expression of a lazy region, None if the region is empty."""
        return self.lazy(region) if region.ops else None

    def target(self, region: Region) -> Any:
        """What a target region binds, as an expression."""
        ops = region.ops
        self.ops(ops[:-1])
        return self.bound(ops[-1])

    def bound(self, op: Op) -> Any:
        nodes = self.nodes
        kind = op.kind
        node: Any
        if kind == "store":
            node = ast.Name(op.attrs["name"], STORE)
        elif kind == "setattr":
            node = ast.Attribute(nodes[op.operands[1]], op.attrs["name"], STORE)
        elif kind == "setitem":
            node = ast.Subscript(nodes[op.operands[1]], nodes[op.operands[2]], STORE)
        elif kind == "unpack":
            parts = [self.target(region) for region in op.regions]
            star = op.attrs["star"]
            if star >= 0:
                parts[star] = ast.Starred(parts[star], STORE)
            node = (ast.Tuple if op.attrs["type"] == "tuple" else ast.List)(parts, STORE)
        else:
            raise EmissionError("target_cannot_be_written")
        nodes[op] = node
        return node

    def constant(self, value: Any, kind: str | None = None) -> Any:
        """The node that a literal of `value` is parsed to."""
        if value is None or value is ... or type(value) in (bool, str, bytes):
            return ast.Constant(value, kind)
        if type(value) is int:
            return ast.Constant(value, None) if value >= 0 else ast.UnaryOp(UNARY["-"], ast.Constant(-value, None))
        if type(value) is float and value == value:
            negative = repr(value).startswith("-")
            return ast.UnaryOp(UNARY["-"], ast.Constant(-value, None)) if negative else ast.Constant(value, None)
        if type(value) is complex:
            return self._complex(value)
        if type(value) is tuple:
            return ast.Tuple([self.constant(item) for item in value], LOAD)
        raise EmissionError("constant_cannot_be_written")

    def _complex(self, value: complex) -> Any:
        imaginary = complex(0.0, abs(value.imag))
        node = ast.Constant(imaginary, None)
        if repr(imaginary) == repr(value):
            return node
        if repr(-imaginary) == repr(value):
            return ast.UnaryOp(UNARY["-"], node)
        minus = repr(value.imag).startswith("-")
        if repr(value.real - imaginary if minus else value.real + imaginary) == repr(value):
            return ast.BinOp(self.constant(value.real), OPERATORS["-" if minus else "+"], node)
        raise EmissionError("constant_cannot_be_written")

    def pattern(self, text: str) -> Any:
        node = self._patterns.get(text)
        if node is None:
            try:
                tree: Any = ast.parse(f"match _:\n case (\n{text}\n): pass\n")
            except (SyntaxError, ValueError):
                raise EmissionError("pattern_does_not_parse") from None
            node = self._patterns[text] = tree.body[0].cases[0].pattern
        return node

    def arguments(self, op: Op, layout: str, defaulted: tuple[str, ...], annotated: tuple[str, ...]) -> Any:
        """The signature of a `def` or `lambda` and the annotation it returns, if any."""
        nodes = self.nodes
        positional: list[Any] = []
        keyword: dict[str, Any] = {}
        annotations: dict[str, Any] = {}
        keyword_names = iter(defaulted)
        annotated_names = iter(annotated)
        for role, operand in zip(layout, op.operands, strict=True):
            if role == "v":
                positional.append(nodes[operand])
            elif role == "k":
                keyword[next(keyword_names)] = nodes[operand]
            elif role == "a":
                annotations[next(annotated_names).lstrip("*")] = nodes[operand]
        result = ast.arguments([], [], None, [], [], None, positional)
        here = result.args
        for parameter in op.attrs["parameters"]:
            if parameter == "/":
                result.posonlyargs = here[:]
                here.clear()
            elif parameter == "*":
                here = result.kwonlyargs
            else:
                name = parameter.lstrip("*")
                arg = ast.arg(name, annotations.get(name), None)
                if parameter is name or parameter == name:
                    here.append(arg)
                    if here is result.kwonlyargs:
                        result.kw_defaults.append(keyword.get(name))
                elif parameter.startswith("**"):
                    result.kwarg = arg
                else:
                    result.vararg = arg
                    here = result.kwonlyargs
        return result, annotations.get("return")


def _constant(b: Builder, op: Op) -> Any:
    return b.constant(op.attrs["value"], "u" if op.attrs.get("u") else None)


def _load(b: Builder, op: Op) -> Any:
    return ast.Name(op.attrs["name"], LOAD)


def _nothing(b: Builder, op: Op) -> Any:
    return None


def _fstring(b: Builder, op: Op) -> Any:
    if "percent" in op.attrs:
        text, *items = op.operands
        return ast.BinOp(b.nodes[text], ast.Mod(), ast.Tuple([b.nodes[item.operands[0]] for item in items], LOAD))
    values: list[Any] = []
    for operand in op.operands:
        node: Any = b.nodes[operand]
        if type(node) is ast.Constant:
            if node.value == "":
                continue
            if values and type(values[-1]) is ast.Constant:
                before: Any = values[-1]
                values[-1] = ast.Constant(before.value + node.value, before.kind)
                continue
        values.append(node)
    node = ast.JoinedStr(values)
    b.joined[node] = op
    return node


def _format(b: Builder, op: Op) -> Any:
    conversion = op.attrs["conversion"]
    spec = b.nodes[op.operands[1]] if len(op.operands) == 2 else None
    return ast.FormattedValue(b.nodes[op.operands[0]], ord(conversion) if conversion else -1, spec)


def _tuple(b: Builder, op: Op) -> Any:
    nodes = b.nodes
    return ast.Tuple([nodes[operand] for operand in op.operands], LOAD)


def _list(b: Builder, op: Op) -> Any:
    nodes = b.nodes
    return ast.List([nodes[operand] for operand in op.operands], LOAD)


def _set(b: Builder, op: Op) -> Any:
    nodes = b.nodes
    return ast.Set([nodes[operand] for operand in op.operands])


def _dict(b: Builder, op: Op) -> Any:
    operands = iter([b.nodes[operand] for operand in op.operands])
    keys: list[Any] = []
    values: list[Any] = []
    for entry in op.attrs["entries"]:
        keys.append(next(operands) if entry == "p" else None)
        values.append(next(operands))
    return ast.Dict(keys, values)


def _star(b: Builder, op: Op) -> Any:
    return ast.Starred(b.nodes[op.operands[0]], LOAD)


def _slice(b: Builder, op: Op) -> Any:
    nodes = [b.nodes[operand] for operand in op.operands]
    parts: dict[str, Any] = dict(zip(op.attrs["parts"], nodes, strict=True))
    return ast.Slice(parts.get("l"), parts.get("u"), parts.get("s"))


def _unary(b: Builder, op: Op) -> Any:
    return ast.UnaryOp(UNARY[op.attrs["op"]], b.nodes[op.operands[0]])


def _binary(b: Builder, op: Op) -> Any:
    left, right = op.operands
    return ast.BinOp(b.nodes[left], OPERATORS[op.attrs["op"]], b.nodes[right])


def _compare(b: Builder, op: Op) -> Any:
    left, right = op.operands
    return ast.Compare(b.nodes[left], [COMPARE[op.attrs["op"]]], [b.nodes[right]])


def _chain(b: Builder, op: Op) -> Any:
    left, right = op.operands
    rest = [b.lazy(region) for region in op.regions]
    return ast.Compare(b.nodes[left], [COMPARE[name] for name in op.attrs["ops"]], [b.nodes[right], *rest])


def _boolean(b: Builder, op: Op) -> Any:
    rest = [b.lazy(region) for region in op.regions]
    return ast.BoolOp(BOOLEAN[op.attrs["op"]], [b.nodes[op.operands[0]], *rest])


def _select(b: Builder, op: Op) -> Any:
    then, orelse = op.regions
    return ast.IfExp(b.nodes[op.operands[0]], b.lazy(then), b.lazy(orelse))


def _getattr(b: Builder, op: Op) -> Any:
    return ast.Attribute(b.nodes[op.operands[0]], op.attrs["name"], LOAD)


def _getitem(b: Builder, op: Op) -> Any:
    value, index = op.operands
    return ast.Subscript(b.nodes[value], b.nodes[index], LOAD)


def _keywords(b: Builder, op: Op) -> tuple[list[Any], list[Any]]:
    nodes = b.nodes
    names = op.attrs["keywords"]
    operands = [nodes[operand] for operand in op.operands]
    if not names:
        return operands, []
    count = len(operands) - len(names)
    keywords = [ast.keyword(name or None, value) for name, value in zip(names, operands[count:], strict=True)]
    return operands[:count], keywords


def _call(b: Builder, op: Op) -> Any:
    operands, keywords = _keywords(b, op)
    return ast.Call(operands[0], operands[1:], keywords)


def _walrus(b: Builder, op: Op) -> Any:
    return ast.NamedExpr(ast.Name(op.attrs["name"], STORE), b.nodes[op.operands[0]])


def _lambda(b: Builder, op: Op) -> Any:
    arguments, _ = b.arguments(op, op.attrs["layout"], op.attrs["defaulted"], ())
    return ast.Lambda(arguments, b.lazy(op.regions[0]))


_COMPREHENSIONS: Final[dict[str, Any]] = {"list": ast.ListComp, "set": ast.SetComp, "generator": ast.GeneratorExp}


def _comprehension(b: Builder, op: Op) -> Any:
    nodes = b.nodes
    generators: list[Any] = []
    turn = op.regions[0].ops[-1]
    iterable = nodes[op.operands[0]]
    while True:
        generators.append(ast.comprehension(b.target(turn.regions[0]), iterable, [], int(turn.attrs["async"])))
        block = turn.regions[1].ops
        b.ops(block[:-1])
        turn = block[-1]
        while turn.kind == "comp_if":
            generators[-1].ifs.append(nodes[turn.operands[0]])
            block = turn.regions[0].ops
            b.ops(block[:-1])
            turn = block[-1]
        if turn.kind == "comp_element":
            break
        iterable = nodes[turn.operands[0]]
    element = [nodes[operand] for operand in turn.operands]
    if op.attrs["type"] == "dict":
        return ast.DictComp(element[0], element[1], generators)
    return _COMPREHENSIONS[op.attrs["type"]](element[0], generators)


def _yield(b: Builder, op: Op) -> Any:
    return ast.Yield(b.nodes[op.operands[0]] if op.operands else None)


def _yieldfrom(b: Builder, op: Op) -> Any:
    return ast.YieldFrom(b.nodes[op.operands[0]])


def _await(b: Builder, op: Op) -> Any:
    return ast.Await(b.nodes[op.operands[0]])


def _opaque_expr(b: Builder, op: Op) -> Any:
    try:
        return ast.parse(f"(\n{op.attrs['text']}\n)", mode="eval").body
    except (SyntaxError, ValueError):
        raise EmissionError("opaque_text_does_not_parse") from None


def _binding(b: Builder, op: Op) -> Any:
    value = op.operands[0]
    if value.kind == "inplace":
        before, amount = value.operands
        expected = {"store": "load", "setattr": "getattr", "setitem": "getitem"}[op.kind]
        name = op.attrs.get("name")
        if before.kind != expected or before.operands != op.operands[1:] or before.attrs.get("name") != name:
            raise EmissionError("augmented_assignment_cannot_be_written")
        return ast.AugAssign(b.bound(op), OPERATORS[value.attrs["op"]], b.nodes[amount])
    return ast.Assign([b.bound(op)], b.nodes[value], None)


def _assign(b: Builder, op: Op) -> Any:
    return ast.Assign([b.target(region) for region in op.regions], b.nodes[op.operands[0]], None)


def _annassign(b: Builder, op: Op) -> Any:
    value = b.nodes[op.operands[0]] if op.operands else None
    target, annotation = op.regions
    return ast.AnnAssign(b.target(target), b.lazy(annotation), value, int(op.attrs["simple"]))


def _delete(b: Builder, op: Op) -> Any:
    items = b.ops(op.regions[0].ops)
    brackets = op.attrs.get("brackets", "")
    return ast.Delete(_bracketed(brackets, items) if brackets.count(".") == len(items) else items)


def _bracketed(brackets: str, items: list[Any]) -> list[Any]:
    """Targets of `del` with the brackets that are around them."""
    left = iter(items)
    open_: list[list[Any]] = [[]]
    for each in brackets:
        if each in "([":
            open_.append([])
        elif each == ".":
            open_[-1].append(next(left))
        else:
            inside = open_.pop()
            open_[-1].append((ast.Tuple if each == ")" else ast.List)(inside, DEL))
    return open_[0]


def _delname(b: Builder, op: Op) -> Any:
    return ast.Name(op.attrs["name"], DEL)


def _delattr(b: Builder, op: Op) -> Any:
    return ast.Attribute(b.nodes[op.operands[0]], op.attrs["name"], DEL)


def _delitem(b: Builder, op: Op) -> Any:
    value, index = op.operands
    return ast.Subscript(b.nodes[value], b.nodes[index], DEL)


def _aliases(op: Op) -> list[ast.alias]:
    return [ast.alias(name, alias or None) for name, alias in _pairs(op)]


def _pairs(op: Op) -> Iterable[tuple[str, str]]:
    return zip(op.attrs["names"], op.attrs["aliases"], strict=True)


def _import(b: Builder, op: Op) -> Any:
    return ast.Import(_aliases(op))


def _importfrom(b: Builder, op: Op) -> Any:
    return ast.ImportFrom(op.attrs["module"] or None, _aliases(op), op.attrs["level"])


def _global(b: Builder, op: Op) -> Any:
    return ast.Global(list(op.attrs["names"]))


def _nonlocal(b: Builder, op: Op) -> Any:
    return ast.Nonlocal(list(op.attrs["names"]))


def _expression(b: Builder, op: Op) -> Any:
    return ast.Expr(b.nodes[op.operands[0]])


def _pass(b: Builder, op: Op) -> Any:
    return ast.Pass()


def _break(b: Builder, op: Op) -> Any:
    return ast.Break()


def _continue(b: Builder, op: Op) -> Any:
    return ast.Continue()


def _return(b: Builder, op: Op) -> Any:
    return ast.Return(b.nodes[op.operands[0]] if op.operands else None)


def _raise(b: Builder, op: Op) -> Any:
    exception, cause = ([b.nodes[operand] for operand in op.operands] + [None, None])[:2]
    return ast.Raise(exception, cause)


def _assert(b: Builder, op: Op) -> Any:
    return ast.Assert(b.nodes[op.operands[0]], b.lazy(op.regions[0]) if op.regions else None)


def _result(b: Builder, op: Op) -> Any:
    return b.nodes[op.operands[0]]


def _if(b: Builder, op: Op) -> Any:
    then, orelse = op.regions
    return ast.If(b.nodes[op.operands[0]], b.block(then), b.ops(orelse.ops))


def _while(b: Builder, op: Op) -> Any:
    test, body, orelse = op.regions
    return ast.While(b.lazy(test), b.block(body), b.ops(orelse.ops))


def _for(b: Builder, op: Op) -> Any:
    target, body, orelse = op.regions
    make: Any = ast.AsyncFor if op.attrs["async"] else ast.For
    return make(b.target(target), b.nodes[op.operands[0]], b.block(body), b.ops(orelse.ops), None)


def _try(b: Builder, op: Op) -> Any:
    body, handlers, orelse, final = op.regions
    make: Any = ast.TryStar if op.attrs["star"] else ast.Try
    return make(b.block(body), b.ops(handlers.ops), b.ops(orelse.ops), b.ops(final.ops))


def _handler(b: Builder, op: Op) -> Any:
    kind, body = op.regions
    return ast.ExceptHandler(b.maybe(kind), op.attrs["name"] or None, b.block(body))


def joined_with(op: Op) -> Op | None:
    """The `with` that is a further item of this one."""
    roots = list(op.regions[1].roots())
    if len(roots) == 1 and roots[0].kind == "with" and roots[0].attrs["joined"]:
        return roots[0]
    return None


def _with(b: Builder, op: Op) -> Any:
    items: list[Any] = []
    while True:
        target, body = op.regions
        items.append(ast.withitem(b.nodes[op.operands[0]], b.target(target) if target.ops else None))
        further = joined_with(op)
        if further is None:
            break
        b.ops(inner for inner in body.ops if inner is not further)
        op = further
    make: Any = ast.AsyncWith if op.attrs["async"] else ast.With
    return make(items, b.block(body), None)


def _def(b: Builder, op: Op) -> Any:
    attrs = op.attrs
    arguments, returned = b.arguments(op, attrs["layout"], attrs["defaulted"], attrs["annotated"])
    decorators = [b.nodes[operand] for operand in op.operands[: attrs["layout"].count("d")]]
    make: Any = ast.AsyncFunctionDef if attrs["kind"] == "async" else ast.FunctionDef
    return _plain(make(attrs["name"], arguments, b.block(op.regions[0]), decorators, returned, None))


def _class(b: Builder, op: Op) -> Any:
    operands, keywords = _keywords(b, op)
    count = op.attrs["decorators"]
    body = b.suite(op.regions[0]) or [ast.Pass()]
    return _plain(ast.ClassDef(op.attrs["name"], operands[count:], keywords, body, operands[:count]))


def _plain(definition: Any) -> Any:
    """A definition without parameters for types, which Python 3.12 does not take for granted."""
    definition.type_params = []
    return definition


def _match(b: Builder, op: Op) -> Any:
    return ast.Match(b.nodes[op.operands[0]], b.ops(op.regions[0].ops))


def _case(b: Builder, op: Op) -> Any:
    guard, body = op.regions
    return ast.match_case(b.pattern(op.attrs["pattern"]), b.maybe(guard), b.block(body))


def _opaque(b: Builder, op: Op) -> Any:
    text = op.attrs["text"]
    blanks = [line[: len(line) - len(line.lstrip())] for line in text.splitlines()[1:] if line.strip()]
    least = min(blanks, key=len, default="")
    for attempt in (text, f"if 1:\n{least or ' '}{text}"):
        try:
            tree: Any = ast.parse(attempt)
        except (SyntaxError, ValueError):
            continue
        body = tree.body if attempt is text else tree.body[0].body
        if len(body) == 1:
            return body[0]
    raise EmissionError("opaque_text_does_not_parse")


_Maker = Callable[[Builder, Op], Any]

_EXPRESSIONS: Final[dict[str, _Maker]] = {
    "constant": _constant, "load": _load, "argument": _nothing, "fstring": _fstring, "format": _format,
    "tuple": _tuple, "list": _list, "set": _set, "dict": _dict, "star": _star, "slice": _slice, "unary": _unary,
    "binary": _binary, "inplace": _nothing, "compare": _compare, "chain": _chain, "boolean": _boolean,
    "select": _select, "getattr": _getattr, "getitem": _getitem, "call": _call, "walrus": _walrus,
    "lambda": _lambda, "comprehension": _comprehension, "yield": _yield, "yieldfrom": _yieldfrom,
    "await": _await, "opaque_expr": _opaque_expr,
}  # fmt: skip
_STATEMENTS: Final[dict[str, _Maker]] = {
    "store": _binding, "setattr": _binding, "setitem": _binding, "assign": _assign, "annassign": _annassign,
    "delete": _delete, "delname": _delname, "delattr": _delattr, "delitem": _delitem, "import": _import,
    "importfrom": _importfrom, "global": _global, "nonlocal": _nonlocal, "expression": _expression, "pass": _pass,
    "break": _break, "continue": _continue, "return": _return, "raise": _raise, "assert": _assert, "result": _result,
    "if": _if, "while": _while, "for": _for, "try": _try, "handler": _handler, "with": _with, "def": _def,
    "class": _class, "match": _match, "case": _case, "opaque": _opaque,
}  # fmt: skip
_MAKERS: Final[dict[str, tuple[bool, _Maker]]] = {
    **{kind: (False, make) for kind, make in _EXPRESSIONS.items()},
    **{kind: (True, make) for kind, make in _STATEMENTS.items()},
}
