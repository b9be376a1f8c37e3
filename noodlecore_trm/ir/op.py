"""
Operations, regions and modules: the store every room reads and only the rewriter changes.

An op is its own single result. The order of a region's list *is* the order of evaluation, and
every expression op is consumed exactly once by a later op of the same region, so an expression
tree always occupies one contiguous slice that ends with its root. The single exception is the
object and the index of an augmented assignment, which are evaluated once and used twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from noodlecore_trm.ir.dialect import SPECS
from noodlecore_trm.ir.scope import Scope

Span = tuple[int, int]
"""Half-open range of byte offsets into `Module.source`."""

NO_ATTRS: Final[Mapping[str, Any]] = {}


class Op:
    """
    One operation.

    Ops and regions that are built into a new tree while they still stand in an old one keep
    pointing at the old one, until the rewriter makes the change.

    `origin` is the stretch of source the op occupies, or None for an op a rewrite made up.
    `edited` says that the op's own text no longer follows from the source there; it says nothing
    about its operands and regions, which carry flags of their own.
    """

    __slots__ = ("attrs", "edited", "kind", "operands", "origin", "region", "regions")

    def __init__(
        self,
        kind: str,
        operands: tuple[Op, ...] = (),
        attrs: Mapping[str, Any] = NO_ATTRS,
        regions: tuple[Region, ...] = (),
        origin: Span | None = None,
    ) -> None:
        self.kind = kind
        self.operands = operands
        self.attrs = attrs
        self.regions = regions
        self.origin = origin
        self.edited = origin is None
        self.region: Region | None = None
        for region in regions:
            if region.parent is None:
                region.parent = self

    @property
    def is_statement(self) -> bool:
        return SPECS[self.kind].statement

    def __repr__(self) -> str:
        attrs = " ".join(f"{key}={value!r}" for key, value in self.attrs.items())
        return f"<{self.kind}{' ' if attrs else ''}{attrs} @{self.origin}>"


class Region:
    """
    An ordered list of ops, evaluated front to back.

    Kinds: `block` holds statements; `lazy` holds one expression evaluated zero, one or many
    times and ends in `result`; `target` begins with `argument` (the value being bound) and ends
    in the op that binds it; `items` holds ops that only make sense under their parent
    (handlers, cases, deletions).

    `scope` is set on the regions that open a namespace of their own. `statements` are the spans
    of the source statements of a block in source order, kept for their comments when statements
    move; `inline` says that some of them share a line with another statement or a header, so
    that whole statements cannot be replaced here. `places` is what `index` remembers.
    """

    __slots__ = ("edited", "inline", "kind", "ops", "parent", "places", "scope", "statements")

    def __init__(self, kind: str, ops: list[Op] | None = None, scope: Scope | None = None) -> None:
        self.kind = kind
        self.ops: list[Op] = [] if ops is None else ops
        self.scope = scope
        self.parent: Op | None = None
        self.edited = False
        self.inline = False
        self.statements: tuple[Span, ...] = ()
        self.places: tuple[list[Op], dict[Op, int]] | None = None
        for op in self.ops:
            if op.region is None:
                op.region = self

    def append(self, op: Op) -> Op:
        op.region = self
        self.ops.append(op)
        return op

    def index(self, op: Op) -> int:
        """The place of an op in `ops`, without going through them each time. Raises KeyError."""
        known = self.places
        # `ops` is only ever added to, or replaced by another list
        if known is None or known[0] is not self.ops or len(known[1]) != len(self.ops):
            known = self.places = self.ops, {each: place for place, each in enumerate(self.ops)}
        return known[1][op]

    def after(self, op: Op) -> Iterator[Op]:
        """The ops behind an op, in order."""
        ops = self.ops
        return (ops[place] for place in range(self.index(op) + 1, len(ops)))

    def roots(self) -> Iterator[Op]:
        """The statements of the region, without the ops of their expressions."""
        specs = SPECS
        return (op for op in self.ops if specs[op.kind].statement)

    @property
    def result(self) -> Op:
        """The expression a `lazy` region evaluates to (the operand of its `result`)."""
        return self.ops[-1].operands[0]

    def __repr__(self) -> str:
        return f"<region {self.kind} of {len(self.ops)} ops>"


class Module:
    """
    A translated file: the UTF-8 source the spans point into, and the body.

    `body` is a block region with the module's scope. A file that does not parse has one
    `opaque` op.
    """

    __slots__ = ("binds_unseen", "body", "filename", "functions", "newline", "source", "translated", "words")

    def __init__(self, source: bytes, body: Region, filename: str, newline: str = "\n") -> None:
        self.source = source
        self.body = body
        self.filename = filename
        self.newline = newline
        self.functions: tuple[Op, ...] = ()
        """Every `def` of the file, outermost first, in source order."""
        self.translated: dict[Op, Span] = {}
        """Where the statements of the module and of its classes stand in the source, as they were translated."""
        self.binds_unseen: bool | None = None
        """Whether it may bind globals without naming them; None until `ModuleFacts` is asked."""
        self.words: frozenset[str] | None = None
        """Every name, attribute and part of a dotted text that stands in the file, if they have been collected."""

    def says(self, *words: str) -> bool:
        """Whether one of some names may stand in the file, as a name, an attribute or a text."""
        return self.words is None or not self.words.isdisjoint(words)


def walk(region: Region) -> Iterator[Op]:
    """All ops of a region and of the regions below it, each before the ops it holds."""
    stack = [iter(region.ops)]
    while stack:
        for op in stack[-1]:
            yield op
            if op.regions:
                stack.extend(iter(inner.ops) for inner in reversed(op.regions))
                break
        else:
            stack.pop()


def runs_its_regions(op: Op) -> bool:
    """Whether the regions of an op run where it stands, if they run at all."""
    return op.kind not in ("def", "lambda") and not (op.kind == "comprehension" and op.attrs["type"] == "generator")


def running(*regions: Region) -> Iterator[Op]:
    """Every op below some regions that runs when they do."""
    pending = [iter(region.ops) for region in reversed(regions)]
    while pending:
        for op in pending[-1]:
            yield op
            if op.regions and runs_its_regions(op):
                pending.extend(iter(region.ops) for region in reversed(op.regions))
                break
        else:
            pending.pop()


def tree(root: Op) -> list[Op]:
    """The ops of the expression or statement rooted at `root`, in order of evaluation."""
    if not root.operands:
        return [root]
    out: list[Op] = []
    seen: set[int] = set()
    stack: list[tuple[Op, int]] = [(root, 0)]
    while stack:
        op, index = stack.pop()
        if index < len(op.operands):
            stack.append((op, index + 1))
            operand = op.operands[index]
            if id(operand) not in seen:
                stack.append((operand, 0))
        elif id(op) not in seen:
            seen.add(id(op))
            out.append(op)
    return out


def everything(root: Op) -> list[Op]:
    """Every op of an expression or statement, each before what is below it."""
    return _with_regions(tree(root))


def all_below(region: Region) -> list[Op]:
    """What `walk` goes through, all at once: faster where all of it is wanted."""
    return _with_regions(region.ops)


def _with_regions(ops: list[Op]) -> list[Op]:
    found: list[Op] = []
    note = found.append
    stack = [iter(ops)]
    while stack:
        for op in stack[-1]:
            note(op)
            if op.regions:
                stack.extend(iter(inner.ops) for inner in reversed(op.regions))
                break
        else:
            stack.pop()
    return found


def alike(left: Region, right: Region) -> bool:
    """Whether two regions hold the same ops in the same order, computing from the same operands."""
    twins: dict[Op, Op] = {}

    def same(one: Region, other: Region) -> bool:
        if one.kind != other.kind or len(one.ops) != len(other.ops):
            return False
        for a, b in zip(one.ops, other.ops, strict=True):
            if a.kind != b.kind or a.attrs != b.attrs or len(a.regions) != len(b.regions):
                return False
            if len(a.operands) != len(b.operands) or any(
                twins.get(x) is not y for x, y in zip(a.operands, b.operands, strict=True)
            ):
                return False
            twins[a] = b
            if not all(map(same, a.regions, b.regions)):
                return False
        return True

    return same(left, right)


def clone(root: Op) -> Op:
    """A deep copy of an expression or statement; it keeps origins, so its text can be reused."""
    copies: dict[int, Op] = {}

    def copy_region(region: Region) -> Region:
        twin = Region(region.kind, [copy(op) for op in region.ops], region.scope)
        twin.edited = region.edited
        twin.inline = region.inline
        twin.statements = region.statements
        return twin

    def copy(op: Op) -> Op:
        twin = Op(
            op.kind,
            tuple(copies[id(operand)] for operand in op.operands),
            op.attrs,
            tuple(copy_region(region) for region in op.regions),
            op.origin,
        )
        twin.edited = op.edited
        copies[id(op)] = twin
        return twin

    for op in tree(root):
        copy(op)
    return copies[id(root)]
