"""The state of one translation, shared by the files that know one family of syntax each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from noodlecore_trm.ir.op import NO_ATTRS, Op, Region, Span
from noodlecore_trm.parse import ParsedModule
from noodlecore_trm.translate.scopes import SEES_NAMES, Draft

Positioned = ast.expr | ast.stmt | ast.excepthandler


class Translator:
    """
    Appends ops to the current region in order of evaluation.

    `region` and `draft` are where code being translated goes; `located` is False inside
    f-strings, whose parts have no reliable positions before Python 3.12.
    """

    def __init__(self, parsed: ParsedModule, draft: Draft) -> None:
        self.source = parsed.source
        self.starts = parsed.line_starts
        self.draft = draft
        self.region = Region("block")
        self.located = True
        self.functions: list[Op] = []

    # ops

    def span(self, node: Positioned) -> Span | None:
        if not self.located:
            return None
        starts = self.starts
        return (
            starts[node.lineno - 1] + node.col_offset,
            starts[node.end_lineno - 1] + node.end_col_offset,  # type: ignore[operator]
        )

    def op(
        self,
        kind: str,
        operands: tuple[Op, ...],
        attrs: Mapping[str, Any] = NO_ATTRS,
        origin: Span | None = None,
        regions: tuple[Region, ...] = (),
    ) -> Op:
        op = Op(kind, operands, attrs, regions, origin)
        op.edited = False
        region = self.region
        op.region = region
        region.ops.append(op)
        return op

    def expression(self, node: ast.expr) -> Op:
        return EXPRESSIONS[type(node)](self, node)

    def lazy(self, node: ast.expr | None) -> Region:
        """A region that evaluates an expression; empty for None."""
        outer = self.region
        region = self.region = Region("lazy")
        if node is not None:
            value = EXPRESSIONS[type(node)](self, node)
            self.op("result", (value,))
        self.region = outer
        return region

    def target(self, node: ast.expr | None) -> Region:
        """A region that binds its argument; empty for None."""
        outer = self.region
        region = self.region = Region("target")
        if node is not None:
            self.bind(node, self.op("argument", ()), self.span(node))
        self.region = outer
        return region

    def block(self, body: Sequence[ast.stmt], region: Region | None = None) -> Region:
        """A region with the statements of a suite."""
        outer = self.region
        region = self.region = Region("block") if region is None else region
        spans = []
        for node in body:
            STATEMENTS[type(node)](self, node)
            spans.append(self.statement_span(node))
        region.statements = tuple(spans)
        region.inline = any(self.shares_line(start) for start, _ in spans)
        self.region = outer
        return region

    def statement_span(self, node: ast.stmt) -> Span:
        starts = self.starts
        start = starts[node.lineno - 1] + node.col_offset
        decorators = getattr(node, "decorator_list", None)
        if decorators:
            first = decorators[0]
            start = self.source.rindex(b"@", 0, starts[first.lineno - 1] + first.col_offset)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return start, starts[node.end_lineno - 1] + node.end_col_offset

    def shares_line(self, start: int) -> bool:
        """Whether something else stands before `start` on its line, or a backslash before that."""
        source = self.source
        index = start - 1
        while index >= 0 and source[index] in b" \t\f":
            index -= 1
        if index < 0:
            return False
        if source[index] not in b"\r\n":
            return True
        before = source[:index].rstrip(b"\r\n")
        return len(before) >= index - 1 and before.endswith(b"\\")

    def opaque(self, node: ast.stmt) -> None:
        """Keep a statement as text; its names count as read and written."""
        start, end = self.statement_span(node)
        reads: list[str] = []
        writes: list[str] = []
        for part in ast.walk(node):
            if isinstance(part, ast.Name):
                loads = isinstance(part.ctx, ast.Load)
                (reads if loads else writes).append(part.id)
                self.name_attrs(part.id, binds=not loads)
        text = self.source[start:end].decode("utf-8")
        self.op("opaque", (), {"text": text, "reads": tuple(reads), "writes": tuple(writes)}, (start, end))

    # names

    def name_attrs(self, name: str, *, binds: bool = False) -> dict[str, Any]:
        """Attributes of an op that loads or binds a name; the slot is filled in at the end."""
        draft = self.draft
        attrs: dict[str, Any] = {"name": name, "scope": ""}
        key = draft.mangled(name) if name.startswith("__") else name
        if binds:
            draft.scope.bound.add(key)
        else:
            draft.loaded.add(key)
            if name in SEES_NAMES:
                draft.taint(f"uses {name}")
            elif name == "super":
                draft.loaded.add("__class__")
        draft.pending.append((attrs, key))
        return attrs

    def bind_names(self, attrs: dict[str, Any], names: list[str]) -> None:
        """Bind several names by one op: `binds` and, once resolved, the `scope` of each."""
        attrs["binds"] = tuple(names)
        attrs["scope"] = ()
        for name in names:
            key = self.draft.mangled(name)
            self.draft.scope.bound.add(key)
            self.draft.pending_binds.append((attrs, key))

    def walrus_attrs(self, name: str) -> dict[str, Any]:
        home = self.draft.walrus_home()
        if home is self.draft:
            return self.name_attrs(name, binds=True)
        key = home.mangled(name)
        home.scope.bound.add(key)
        draft = self.draft
        while draft is not home and draft.parent is not None:
            draft.nonlocal_names.add(key)
            draft.scope.bound.add(key)
            if key in home.global_names or home.scope.kind == "module":
                draft.nonlocal_names.discard(key)
                draft.global_names.add(key)
            draft = draft.parent
        attrs: dict[str, Any] = {"name": name, "scope": ""}
        self.draft.pending.append((attrs, key))
        return attrs

    def bind(self, node: ast.expr, value: Op, span: Span | None) -> Op:
        """Append the ops that bind a value to a target."""
        kind = type(node)
        if kind is ast.Name:
            return self.op("store", (value,), self.name_attrs(node.id, binds=True), span)  # type: ignore[attr-defined]
        if kind is ast.Attribute:
            assert isinstance(node, ast.Attribute)
            return self.op("setattr", (value, self.expression(node.value)), {"name": node.attr}, span)
        if kind is ast.Subscript:
            assert isinstance(node, ast.Subscript)
            container = self.expression(node.value)
            return self.op("setitem", (value, container, self.expression(node.slice)), NO_ATTRS, span)
        assert isinstance(node, ast.Tuple | ast.List)
        star = -1
        regions = []
        for index, element in enumerate(node.elts):
            if isinstance(element, ast.Starred):
                star = index
                element = element.value
            regions.append(self.target(element))
        attrs = {"type": "tuple" if kind is ast.Tuple else "list", "star": star}
        return self.op("unpack", (value,), attrs, span, tuple(regions))


EXPRESSIONS: Final[dict[type, Callable[[Translator, Any], Op]]] = {}
STATEMENTS: Final[dict[type, Callable[[Translator, Any], None]]] = {}
