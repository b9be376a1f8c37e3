"""
From syntax trees to text, with stretches of source put in verbatim.

Precedence is that of the language reference, section 6.17; `level` is how tightly an expression
must bind to stand in a place without parentheses. Recursion follows the depth of the tree and goes
through Python functions only, so the recursion limit is all it needs.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any, Final

from noodlecore_trm.emit.compare import same_tree
from noodlecore_trm.emit.failure import EmissionError

NAMED: Final = 0  # x := y
TUPLE: Final = 1  # x, y
YIELD: Final = 2  # yield x
TEST: Final = 3  # x if y else z, lambda
OR: Final = 4
AND: Final = 5
NOT: Final = 6
CMP: Final = 7
BOR: Final = 8
BXOR: Final = 9
BAND: Final = 10
SHIFT: Final = 11
ARITH: Final = 12
TERM: Final = 13
FACTOR: Final = 14
POWER: Final = 15
AWAIT: Final = 16
ATOM: Final = 17
NUMBER: Final = 18  # an atom that a dot may follow

BINARY: Final[dict[type, tuple[str, int, int, int]]] = {
    ast.Add: (" + ", ARITH, ARITH, TERM),
    ast.Sub: (" - ", ARITH, ARITH, TERM),
    ast.Mult: (" * ", TERM, TERM, FACTOR),
    ast.MatMult: (" @ ", TERM, TERM, FACTOR),
    ast.Div: (" / ", TERM, TERM, FACTOR),
    ast.FloorDiv: (" // ", TERM, TERM, FACTOR),
    ast.Mod: (" % ", TERM, TERM, FACTOR),
    ast.LShift: (" << ", SHIFT, SHIFT, ARITH),
    ast.RShift: (" >> ", SHIFT, SHIFT, ARITH),
    ast.BitOr: (" | ", BOR, BOR, BXOR),
    ast.BitXor: (" ^ ", BXOR, BXOR, BAND),
    ast.BitAnd: (" & ", BAND, BAND, SHIFT),
    ast.Pow: (" ** ", POWER, AWAIT, FACTOR),
}
"""Operator, its own level, and those of its operands."""
UNARY: Final[dict[type, tuple[str, int]]] = {
    ast.USub: ("-", FACTOR),
    ast.UAdd: ("+", FACTOR),
    ast.Invert: ("~", FACTOR),
    ast.Not: ("not ", NOT),
}
_WIDE: Final = 100
"""Columns from which the parts of a test get a line each."""
BOOLEAN: Final[dict[type, tuple[str, int]]] = {ast.And: (" and ", AND), ast.Or: (" or ", OR)}
COMPARE: Final[dict[type, str]] = {
    ast.Eq: " == ",
    ast.NotEq: " != ",
    ast.Lt: " < ",
    ast.LtE: " <= ",
    ast.Gt: " > ",
    ast.GtE: " >= ",
    ast.Is: " is ",
    ast.IsNot: " is not ",
    ast.In: " in ",
    ast.NotIn: " not in ",
}
_LEVELS: Final[dict[type, int]] = {
    ast.NamedExpr: NAMED,
    ast.Tuple: TUPLE,
    ast.Yield: YIELD,
    ast.YieldFrom: YIELD,
    ast.IfExp: TEST,
    ast.Lambda: TEST,
    ast.Compare: CMP,
    ast.Await: AWAIT,
}


def level_of(node: Any) -> int:
    """How tightly the outermost operator of an expression binds."""
    kind = type(node)
    if kind is ast.BinOp:
        return BINARY[type(node.op)][1]
    if kind is ast.Constant:
        return ATOM if type(node.value) is int else NUMBER
    if kind is ast.UnaryOp:
        return UNARY[type(node.op)][1]
    if kind is ast.BoolOp:
        return BOOLEAN[type(node.op)][1]
    if kind is ast.Tuple and not node.elts:
        return NUMBER
    return _LEVELS.get(kind, NUMBER)


class _Impossible(Exception):
    """Something that an f-string of Python 3.11 cannot hold."""


class Printer:
    """
    Prints expressions, simple statements and the heads of compound ones.

    `verbatim` maps nodes to the text to use for them and to how tightly it binds. `original` finds
    the source of an f-string that cannot be said in another way; it must not need parentheses.
    Strings are escaped where `encoding` lacks a character.
    """

    def __init__(
        self, original: Callable[[ast.JoinedStr], str | None] | None = None, encoding: str = "utf-8"
    ) -> None:
        self.verbatim: dict[Any, tuple[str, int]] = {}
        self.original = original
        self.encoding = encoding

    def expression(self, node: Any, level: int) -> str:
        """The text of `node` for a place that wants `level`."""
        kept = self.verbatim.get(node) if self.verbatim else None
        if kept is not None:
            text, own = kept
        else:
            kind = type(node)
            if kind is ast.Name:
                return node.id  # type: ignore[no-any-return]
            text = _EXPRESSIONS[kind](self, node)
            own = level_of(node)
        return text if own >= level else f"({text})"

    def quote(self, value: str) -> str:
        text = repr(value)
        if text.isascii():
            return text
        try:
            text.encode(self.encoding)
        except (UnicodeError, LookupError):
            return ascii(value)
        return text

    def several(self, nodes: Sequence[Any], level: int = TEST) -> str:
        return ", ".join([self.expression(node, level) for node in nodes])

    # Expressions, without parentheses around them

    def constant(self, node: ast.Constant) -> str:
        value: Any = node.value
        kind = type(value)
        if kind is str:
            return f"u{self.quote(value)}" if node.kind else self.quote(value)
        if kind is int:
            return repr(value) if value.bit_length() < 10_000 else hex(value)
        if kind is float or kind is complex:
            return repr(value).replace("inf", "1e309")
        return "..." if value is ... else repr(value)

    def attribute(self, node: ast.Attribute) -> str:
        return f"{self.expression(node.value, NUMBER)}.{node.attr}"

    def call(self, node: ast.Call) -> str:
        callee = self.expression(node.func, ATOM)
        if len(node.args) == 1 and not node.keywords and isinstance(node.args[0], ast.GeneratorExp):
            return callee + self.expression(node.args[0], TEST)
        return f"{callee}({self.call_arguments(node.args, node.keywords)})"

    def call_arguments(self, args: Sequence[Any], keywords: Sequence[ast.keyword]) -> str:
        texts = [self.expression(arg, TEST) for arg in args]
        for keyword in keywords:
            value = self.expression(keyword.value, TEST)
            texts.append(f"**{value}" if keyword.arg is None else f"{keyword.arg}={value}")
        return ", ".join(texts)

    def subscript(self, node: ast.Subscript) -> str:
        return f"{self.expression(node.value, ATOM)}[{self._no_yield(node.slice)}]"

    def slice_parts(self, node: ast.Slice) -> str:
        lower = self.expression(node.lower, TEST) if node.lower else ""
        upper = self.expression(node.upper, TEST) if node.upper else ""
        return f"{lower}:{upper}" + (f":{self.expression(node.step, TEST)}" if node.step else "")

    def binary(self, node: ast.BinOp) -> str:
        symbol, _, left, right = BINARY[type(node.op)]
        return f"{self.expression(node.left, left)}{symbol}{self.expression(node.right, right)}"

    def unary(self, node: ast.UnaryOp) -> str:
        symbol, level = UNARY[type(node.op)]
        return symbol + self.expression(node.operand, level)

    def boolean(self, node: ast.BoolOp) -> str:
        symbol, level = BOOLEAN[type(node.op)]
        return symbol.join([self.expression(value, level + 1) for value in node.values])

    def comparison(self, node: ast.Compare) -> str:
        text = self.expression(node.left, BOR)
        for op, right in zip(node.ops, node.comparators, strict=True):
            text += COMPARE[type(op)] + self.expression(right, BOR)
        return text

    def choice(self, node: ast.IfExp) -> str:
        then = self.expression(node.body, OR)
        test = self.expression(node.test, OR)
        return f"{then} if {test} else {self.expression(node.orelse, TEST)}"

    def function(self, node: ast.Lambda) -> str:
        arguments = self.parameters(node.args)
        return f"lambda{' ' if arguments else ''}{arguments}: {self.expression(node.body, TEST)}"

    def named(self, node: ast.NamedExpr) -> str:
        return f"{self.expression(node.target, ATOM)} := {self.expression(node.value, TEST)}"

    def tuple_display(self, node: ast.Tuple) -> str:
        if not node.elts:
            return "()"
        text = self.several(node.elts)
        return f"{text}," if len(node.elts) == 1 else text

    def list_display(self, node: ast.List) -> str:
        return f"[{self.several(node.elts)}]"

    def set_display(self, node: ast.Set) -> str:
        return f"{{{self.several(node.elts)}}}"

    def dict_display(self, node: ast.Dict) -> str:
        texts = []
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                texts.append(f"**{self.expression(value, BOR)}")
            else:
                texts.append(f"{self.expression(key, TEST)}: {self.expression(value, TEST)}")
        return f"{{{', '.join(texts)}}}"

    def starred(self, node: ast.Starred) -> str:
        return f"*{self.expression(node.value, BOR)}"

    def comprehension(self, node: Any) -> str:
        if isinstance(node, ast.DictComp):
            text = f"{self.expression(node.key, TEST)}: {self.expression(node.value, TEST)}"
        else:
            text = self.expression(node.elt, TEST)
        for turn in node.generators:
            text += " async for " if turn.is_async else " for "
            text += f"{self.expression(turn.target, TUPLE)} in {self.expression(turn.iter, OR)}"
            for test in turn.ifs:
                text += f" if {self.expression(test, OR)}"
        before, after = _BRACKETS[type(node)]
        return before + text + after

    def yielded(self, node: ast.Yield) -> str:
        return f"yield {self._no_yield(node.value)}" if node.value else "yield"

    def yielded_from(self, node: ast.YieldFrom) -> str:
        return f"yield from {self.expression(node.value, TEST)}"

    def awaited(self, node: ast.Await) -> str:
        return f"await {self.expression(node.value, ATOM)}"

    def joined(self, node: ast.JoinedStr) -> str:
        text = _print_joined(node)
        if text is None and self.original is not None:
            text = self.original(node)
        if text is None:
            raise EmissionError("fstring_cannot_be_written")
        return text

    def parameters(self, node: ast.arguments) -> str:
        texts: list[str] = []
        positional = [*node.posonlyargs, *node.args]
        without = len(positional) - len(node.defaults)
        for index, arg in enumerate(positional):
            texts.append(self.parameter(arg, node.defaults[index - without] if index >= without else None))
            if index + 1 == len(node.posonlyargs):
                texts.append("/")
        if node.vararg:
            texts.append("*" + self.parameter(node.vararg, None))
        elif node.kwonlyargs:
            texts.append("*")
        for arg, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
            texts.append(self.parameter(arg, default))
        if node.kwarg:
            texts.append("**" + self.parameter(node.kwarg, None))
        return ", ".join(texts)

    def parameter(self, node: ast.arg, default: Any) -> str:
        if node.annotation is None:
            return node.arg if default is None else f"{node.arg}={self.expression(default, TEST)}"
        text = f"{node.arg}: {self.expression(node.annotation, TEST)}"
        return text if default is None else f"{text} = {self.expression(default, TEST)}"

    # Statements

    def simple(self, node: Any) -> str:
        """The text of a statement that holds no others."""
        return _SIMPLE[type(node)](self, node)

    def expression_statement(self, node: ast.Expr) -> str:
        return self.expression(node.value, TUPLE)

    def assignment(self, node: ast.Assign) -> str:
        targets = "".join([f"{self.expression(target, TUPLE)} = " for target in node.targets])
        return targets + self.expression(node.value, TUPLE)

    def augmented(self, node: ast.AugAssign) -> str:
        symbol = BINARY[type(node.op)][0].rstrip()
        return f"{self.expression(node.target, ATOM)}{symbol}= {self.expression(node.value, TUPLE)}"

    def annotated(self, node: ast.AnnAssign) -> str:
        target = self.expression(node.target, ATOM)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f"({target})"
        text = f"{target}: {self.expression(node.annotation, TEST)}"
        return f"{text} = {self.expression(node.value, TUPLE)}" if node.value else text

    def returned(self, node: ast.Return) -> str:
        return f"return {self._no_yield(node.value)}" if node.value else "return"

    def _no_yield(self, node: Any) -> str:
        return self.expression(node, TUPLE if type(node) is ast.Tuple else TEST)

    def raised(self, node: ast.Raise) -> str:
        if node.exc is None:
            return "raise"
        text = f"raise {self.expression(node.exc, TEST)}"
        return f"{text} from {self.expression(node.cause, TEST)}" if node.cause else text

    def deleted(self, node: ast.Delete) -> str:
        return f"del {self.several(node.targets)}"

    def asserted(self, node: ast.Assert) -> str:
        text = f"assert {self.expression(node.test, TEST)}"
        return f"{text}, {self.expression(node.msg, TEST)}" if node.msg else text

    def imported(self, node: ast.Import) -> str:
        return f"import {_aliases(node.names)}"

    def imported_from(self, node: ast.ImportFrom) -> str:
        return f"from {'.' * node.level}{node.module or ''} import {_aliases(node.names)}"

    def global_names(self, node: ast.Global) -> str:
        return f"global {', '.join(node.names)}"

    def nonlocal_names(self, node: ast.Nonlocal) -> str:
        return f"nonlocal {', '.join(node.names)}"

    def head(self, node: Any, keyword: str = "") -> list[str]:
        """The lines that open a compound statement, up to the colon."""
        lines: list[str] = []
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            lines = [f"@{self.expression(decorator, TEST)}" for decorator in node.decorator_list]
        text = _HEADS[type(node)](self, node, keyword) + ":"
        if isinstance(node, ast.If) and len(text) > _WIDE and isinstance(node.test, ast.BoolOp):
            return self.folded(node.test, keyword or "if")
        lines.append(text)
        return lines

    def folded(self, test: ast.BoolOp, keyword: str) -> list[str]:
        """A long test with each of its parts on a line."""
        symbol, level = BOOLEAN[type(test.op)]
        first, *rest = [self.expression(value, level + 1) for value in test.values]
        return [f"{keyword} (", f"    {first}", *(f"    {symbol.strip()} {part}" for part in rest), "):"]

    def if_head(self, node: ast.If, keyword: str) -> str:
        return f"{keyword or 'if'} {self.expression(node.test, TEST)}"

    def while_head(self, node: ast.While, _: str) -> str:
        return f"while {self.expression(node.test, TEST)}"

    def for_head(self, node: Any, _: str) -> str:
        start = "async for" if isinstance(node, ast.AsyncFor) else "for"
        return f"{start} {self.expression(node.target, TUPLE)} in {self._no_yield(node.iter)}"

    def try_head(self, node: Any, _: str) -> str:
        return "try"

    def handler_head(self, node: ast.ExceptHandler, keyword: str) -> str:
        text = keyword or "except"
        if node.type:
            text += f" {self.expression(node.type, TEST)}"
        return f"{text} as {node.name}" if node.name else text

    def with_head(self, node: Any, _: str) -> str:
        texts = []
        for item in node.items:
            text = self.expression(item.context_expr, TEST)
            if item.optional_vars is not None:
                text += f" as {self.expression(item.optional_vars, ATOM)}"
            elif len(node.items) == 1 and isinstance(item.context_expr, ast.Tuple):
                text = f"({text})"  # or its elements would be managers
            texts.append(text)
        return f"{'async with' if isinstance(node, ast.AsyncWith) else 'with'} {', '.join(texts)}"

    def def_head(self, node: Any, _: str) -> str:
        start = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
        text = f"{start} {node.name}({self.parameters(node.args)})"
        return f"{text} -> {self.expression(node.returns, TEST)}" if node.returns else text

    def class_head(self, node: ast.ClassDef, _: str) -> str:
        arguments = self.call_arguments(node.bases, node.keywords)
        return f"class {node.name}({arguments})" if arguments else f"class {node.name}"

    def match_head(self, node: ast.Match, _: str) -> str:
        return f"match {self._no_yield(node.subject)}"

    def case_head(self, node: ast.match_case, _: str) -> str:
        text = f"case {self.pattern(node.pattern, NAMED)}"
        return f"{text} if {self.expression(node.guard, TEST)}" if node.guard else text

    def pattern(self, node: Any, level: int) -> str:
        match node:
            case ast.MatchValue():
                return self.expression(node.value, NAMED)
            case ast.MatchSingleton():
                return repr(node.value)
            case ast.MatchSequence():
                return f"[{', '.join([self.pattern(part, NAMED) for part in node.patterns])}]"
            case ast.MatchStar():
                return f"*{node.name or '_'}"
            case ast.MatchMapping():
                texts = [
                    f"{self.expression(key, NAMED)}: {self.pattern(part, NAMED)}"
                    for key, part in zip(node.keys, node.patterns, strict=True)
                ]
                if node.rest:
                    texts.append(f"**{node.rest}")
                return f"{{{', '.join(texts)}}}"
            case ast.MatchClass():
                texts = [self.pattern(part, NAMED) for part in node.patterns]
                named = zip(node.kwd_attrs, node.kwd_patterns, strict=True)
                texts += [f"{name}={self.pattern(part, NAMED)}" for name, part in named]
                return f"{self.expression(node.cls, ATOM)}({', '.join(texts)})"
            case ast.MatchAs(pattern=None):
                return node.name or "_"
            case ast.MatchAs():
                text, own = f"{self.pattern(node.pattern, BOR)} as {node.name}", TEST
            case ast.MatchOr():
                text, own = " | ".join([self.pattern(part, BXOR) for part in node.patterns]), BOR
            case _:
                raise EmissionError("pattern_cannot_be_written")
        return text if own >= level else f"({text})"


def _aliases(names: Sequence[ast.alias]) -> str:
    return ", ".join([f"{alias.name} as {alias.asname}" if alias.asname else alias.name for alias in names])


# f-strings. Expressions inside hold no backslash, no `#` and not the quotes around the f-string.

_QUOTES: Final = ("'", '"', "'''", '"""')


class _Inside(Printer):
    """Prints the expressions of an f-string whose quotes are `around`."""

    def __init__(self, around: tuple[str, ...]) -> None:
        super().__init__()
        self.around = around

    def constant(self, node: ast.Constant) -> str:
        if not isinstance(node.value, (str, bytes)):
            return super().constant(node)
        raw = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        prefix = "b" if isinstance(node.value, bytes) else (node.kind or "")
        plain = raw.isprintable() if isinstance(node.value, str) else raw.isascii() and raw.isprintable()
        for quote in _QUOTES:
            text = f"{prefix}{quote}{raw}{quote}"
            if self.fits(text) and quote not in raw and raw[-1:] != quote[0] and plain:
                return text
        raise _Impossible

    def fits(self, text: str) -> bool:
        return "\\" not in text and "#" not in text and not any(quote in text for quote in self.around)

    def joined(self, node: ast.JoinedStr) -> str:
        for quote in _QUOTES:
            if any(outer in quote for outer in self.around):
                continue
            try:
                text = _print_quoted(node, quote, self.around)
            except _Impossible:
                continue
            if self.fits(text):
                return text
        raise _Impossible


def _print_joined(node: ast.JoinedStr) -> str | None:
    for quote in _QUOTES:
        try:
            text = _print_quoted(node, quote, ())
        except (_Impossible, EmissionError):
            continue
        if _reads_back(text, node):
            return text
    pieces = []
    for value in node.values:
        if isinstance(value, ast.FormattedValue) and len(node.values) > 1:
            piece = _print_joined(ast.JoinedStr([value]))
            if piece is None:
                return None
        elif isinstance(value, ast.Constant):
            piece = ("u" if value.kind else "") + repr(value.value)
        else:
            return None
        pieces.append(piece)
    text = " ".join(pieces)
    return text if pieces and _reads_back(text, node) else None


def _reads_back(text: str, node: ast.JoinedStr) -> bool:
    try:
        return same_tree(ast.parse(text, mode="eval").body, node)
    except (SyntaxError, ValueError):
        return False


def _print_quoted(node: ast.JoinedStr, quote: str, around: tuple[str, ...]) -> str:
    return f"f{quote}{_print_parts(node, quote, _Inside((*around, quote)))}{quote}"


def _print_parts(node: ast.JoinedStr, quote: str, inside: _Inside) -> str:
    text = ""
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            expression = inside.expression(value.value, TEST)
            if "lambda" in expression:
                expression = inside.expression(value.value, ATOM)  # its colon would begin the format
            if not inside.fits(expression):
                raise _Impossible
            text += "{ " if expression[:1] == "{" else "{"
            text += expression
            if expression[-1:] == "}":
                text += " "
            if value.conversion != -1:
                text += f"!{chr(value.conversion)}"
            if value.format_spec is not None:
                if not isinstance(value.format_spec, ast.JoinedStr):
                    raise _Impossible
                text += f":{_print_parts(value.format_spec, quote, inside)}"
            text += "}"
        elif isinstance(value, ast.Constant) and isinstance(value.value, str):
            for character in value.value:
                if character == "\\" or character == quote[0]:
                    text += f"\\{character}"
                elif character in "{}":
                    text += character * 2
                elif character.isprintable():
                    text += character
                else:
                    text += character.encode("unicode_escape").decode("ascii")
        else:
            raise _Impossible
    return text


_BRACKETS: Final[dict[type, tuple[str, str]]] = {
    ast.ListComp: ("[", "]"),
    ast.SetComp: ("{", "}"),
    ast.DictComp: ("{", "}"),
    ast.GeneratorExp: ("(", ")"),
}
_EXPRESSIONS: Final[dict[type, Callable[[Printer, Any], str]]] = {
    ast.Constant: lambda printer, node: printer.constant(node),
    ast.Attribute: Printer.attribute,
    ast.Call: Printer.call,
    ast.Subscript: Printer.subscript,
    ast.Slice: Printer.slice_parts,
    ast.BinOp: Printer.binary,
    ast.UnaryOp: Printer.unary,
    ast.BoolOp: Printer.boolean,
    ast.Compare: Printer.comparison,
    ast.IfExp: Printer.choice,
    ast.Lambda: Printer.function,
    ast.NamedExpr: Printer.named,
    ast.Tuple: Printer.tuple_display,
    ast.List: Printer.list_display,
    ast.Set: Printer.set_display,
    ast.Dict: Printer.dict_display,
    ast.Starred: Printer.starred,
    ast.ListComp: Printer.comprehension,
    ast.SetComp: Printer.comprehension,
    ast.DictComp: Printer.comprehension,
    ast.GeneratorExp: Printer.comprehension,
    ast.Yield: Printer.yielded,
    ast.YieldFrom: Printer.yielded_from,
    ast.Await: Printer.awaited,
    ast.JoinedStr: lambda printer, node: printer.joined(node),
}
_SIMPLE: Final[dict[type, Callable[[Printer, Any], str]]] = {
    ast.Expr: Printer.expression_statement,
    ast.Assign: Printer.assignment,
    ast.AugAssign: Printer.augmented,
    ast.AnnAssign: Printer.annotated,
    ast.Return: Printer.returned,
    ast.Raise: Printer.raised,
    ast.Delete: Printer.deleted,
    ast.Assert: Printer.asserted,
    ast.Import: Printer.imported,
    ast.ImportFrom: Printer.imported_from,
    ast.Global: Printer.global_names,
    ast.Nonlocal: Printer.nonlocal_names,
    ast.Pass: lambda printer, node: "pass",
    ast.Break: lambda printer, node: "break",
    ast.Continue: lambda printer, node: "continue",
}
_HEADS: Final[dict[type, Callable[[Printer, Any, str], str]]] = {
    ast.If: Printer.if_head,
    ast.While: Printer.while_head,
    ast.For: Printer.for_head,
    ast.AsyncFor: Printer.for_head,
    ast.Try: Printer.try_head,
    ast.TryStar: Printer.try_head,
    ast.ExceptHandler: Printer.handler_head,
    ast.With: Printer.with_head,
    ast.AsyncWith: Printer.with_head,
    ast.FunctionDef: Printer.def_head,
    ast.AsyncFunctionDef: Printer.def_head,
    ast.ClassDef: Printer.class_head,
    ast.Match: Printer.match_head,
    ast.match_case: Printer.case_head,
}
