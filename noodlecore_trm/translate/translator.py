"""The state of one translation, shared by the files that know one family of syntax each."""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from noodlecore_trm.ir.op import NO_ATTRS, Op, Region, Span
from noodlecore_trm.ir.scope import Scope
from noodlecore_trm.parse import ParsedModule
from noodlecore_trm.translate.scopes import Draft, Entry

new_object: Final = object.__new__

_BLANKS: Final = b" \t\f"


def make(
    kind: str,
    operands: tuple[Op, ...],
    attrs: Mapping[str, Any],
    regions: tuple[Region, ...],
    origin: Span | None,
) -> Op:
    """An unedited op, as `Op(...)` would make it but at half the price; its region links it."""
    op = new_object(Op)
    op.kind = kind
    op.operands = operands
    op.attrs = attrs
    op.regions = regions
    op.origin = origin
    op.edited = False
    for region in regions:
        region.parent = op
    return op


def make_region(kind: str, ops: list[Op], scope: Scope | None = None) -> Region:
    """A region, as `Region(...)` would make it; it links its ops."""
    region = new_object(Region)
    region.kind = kind
    region.ops = ops
    region.scope = scope
    region.parent = None
    region.edited = False
    region.inline = False
    region.statements = ()
    region.places = None
    for op in ops:
        op.region = region
    return region


_IN_ANNOTATIONS: Final = (
    ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.Tuple, ast.List, ast.BinOp, ast.BitOr, ast.Starred,
    ast.expr_context,
)  # fmt: skip
_COMPUTING: Final = (ast.Subscript, ast.BinOp)


class Untranslatable(Exception):
    """Code that the parser takes but the compiler does not, where no op could stand for it."""


class Translator:
    """
    What is known while a file is translated.

    `draft` is the scope that code is translated in, `names` its names. Functions append the ops
    of a node to the list they are given, in order of evaluation.
    """

    __slots__ = (
        "draft", "functions", "future_annotations", "joints", "names", "shared", "source", "starts", "uncertain",
        "words",
    )  # fmt: skip

    def __init__(self, parsed: ParsedModule, draft: Draft) -> None:
        self.source = parsed.source
        self.starts = [0, *parsed.line_starts]
        """Offset of each line by its number, the first being 1."""
        self.joints = _joints(parsed.source, parsed.line_starts)
        self.functions: list[Op] = []
        self.shared: list[tuple[Sequence[Entry], dict[str, Any], bool]] = []
        self.draft = draft
        self.names: dict[str, Entry] = draft.names
        self.future_annotations = False
        self.words: set[str] = set()
        """What stands in the file as an attribute, an imported name or a text."""
        self.uncertain = ""
        """Why every scope of the file may hold names that are not known."""

    def enter(self, draft: Draft) -> Draft:
        """Translate in another scope from here on; returns the one until now."""
        outer = self.draft
        self.draft = draft
        self.names = draft.names
        return outer

    def enter_annotations(self, annotations: Iterable[ast.expr]) -> Draft:
        """
        Translate annotations from here on; returns the scope until now.

        Those that are kept as text must not be rewritten as the code that they look like.
        """
        if not self.future_annotations:
            return self.draft
        parts = [part for annotation in annotations for part in ast.walk(annotation)]
        if not all(isinstance(part, _IN_ANNOTATIONS) for part in parts):
            self.draft.taint("has an annotation that computes something")
        return self.enter(self.draft.annotation(computes=any(isinstance(part, _COMPUTING) for part in parts)))

    def share_slot(self, entry: Entry, attrs: dict[str, Any]) -> None:
        """Give the op of `attrs` the scope of a name once that is known."""
        self.shared.append(((entry,), attrs, False))

    def share_slots(self, entries: Sequence[Entry], attrs: dict[str, Any]) -> None:
        """Give the op of `attrs` the scopes of several names."""
        self.shared.append((entries, attrs, True))

    def resolve_shared(self) -> None:
        for entries, attrs, several in self.shared:
            attrs["scope"] = tuple([entry["scope"] for entry in entries]) if several else entries[0]["scope"]

    def span(self, node: Any) -> Span:
        starts = self.starts
        return starts[node.lineno] + node.col_offset, starts[node.end_lineno] + node.end_col_offset

    def text(self, span: Span) -> str:
        return self.source[span[0] : span[1]].decode("utf-8")

    def lazy(self, node: ast.expr) -> Region:
        """A region that evaluates an expression."""
        ops: list[Op] = []
        value = EXPRESSIONS[type(node)](self, node, ops)
        ops.append(make("result", (value,), NO_ATTRS, (), None))
        return make_region("lazy", ops)

    def block(self, body: Sequence[ast.stmt], scope: Scope | None = None) -> Region:
        """A region with the statements of a suite."""
        ops: list[Op] = []
        if not body:
            return make_region("block", ops, scope)
        spans: list[Any] = []
        joints = self.joints
        first = body[0]
        start = self.starts[first.lineno]
        inline = bool(self.source[start : start + first.col_offset].strip(_BLANKS))
        last: Any = 0
        for node in body:
            STATEMENTS[type(node)](self, node, ops)
            spans.append(ops[-1].origin)
            line = node.lineno
            if line <= last:
                inline = True
            last = node.end_lineno
            if joints and (last in joints or line - 1 in joints) and self.is_joined(node):
                inline = True
        region = make_region("block", ops, scope)
        region.inline = inline
        region.statements = tuple(spans)
        return region

    def is_joined(self, node: ast.stmt) -> bool:
        """Whether a semicolon or a backslash ties a statement to what stands before or after it."""
        joints = self.joints
        source = self.source
        before = node.lineno - 1
        if before in joints:
            line = source[self.starts[before] : self.starts[before + 1]].strip()
            if line.endswith(b"\\") and not line.startswith(b"#"):
                return True
        if node.end_lineno not in joints:
            return False
        end = self.starts[node.end_lineno] + node.end_col_offset  # type: ignore[operator]
        while source[end : end + 1] in (b" ", b"\t", b"\f"):
            end += 1
        return source[end : end + 1] in (b";", b"\\")

    def line_that_begins(self, word: bytes, before: int, line: int) -> int:
        """Where the last line that begins with `word` before an offset on `line` has it."""
        starts = self.starts
        source = self.source
        end = before
        while line > 0:
            start = starts[line]
            text = source[start:end]
            bare = text.lstrip(_BLANKS)
            if bare.startswith(word):
                return start + len(text) - len(bare)
            line -= 1
            end = start
        return before


def _joints(source: bytes, line_starts: list[int]) -> frozenset[int]:
    """Numbers of the lines that hold a semicolon or end in a backslash."""
    found = set()
    for mark in (b";", b"\\\n", b"\\\r"):
        place = source.find(mark)
        while place >= 0:
            line = bisect_right(line_starts, place)
            found.add(line)
            place = source.find(mark, line_starts[line] if line < len(line_starts) else len(source))
    return frozenset(found)


EXPRESSIONS: Final[dict[type[ast.AST], Callable[[Translator, Any, list[Op]], Op]]] = {}
"""How each kind of expression is translated: appends its ops and returns the last one."""

STATEMENTS: Final[dict[type[ast.AST], Callable[[Translator, Any, list[Op]], None]]] = {}
"""How each kind of statement is translated: appends its ops, the statement's own last."""
