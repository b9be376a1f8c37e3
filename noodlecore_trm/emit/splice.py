"""
Putting what a rewrite changed back between the bytes that it did not.

An unedited module is its source. In an edited one, the smallest changed expressions are replaced
where they stand; a block whose list of statements changed is laid out anew from its first to its
last statement, with the statements that stayed, moved or were copied taken from the source. The
result is parsed and compared with the tree that the ops say, so a mistake here cannot get out.

Comments of removed statements have no place of their own any more. A marker line stands for them
until everything is laid out; then those that are found nowhere else are written there.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from noodlecore_trm.emit import lexing, printing
from noodlecore_trm.emit.compare import same_tree
from noodlecore_trm.emit.failure import EmissionError
from noodlecore_trm.emit.lexing import Lexed, Span
from noodlecore_trm.emit.printing import Printer
from noodlecore_trm.emit.syntax import Builder, joined_with
from noodlecore_trm.emit.untouched import Untouched
from noodlecore_trm.garbage import collection_rare
from noodlecore_trm.ir.op import Module, Op, Region, everything, tree, walk
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.ir.shapes import is_in_braces

_CODING: Final = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_MARKER: Final = re.compile(rb"[ \t]*#\0(\d+)\0")
_LINES_OF_MARKERS: Final = re.compile(rb"([ \t]*)#\0(\d+)\0(\r\n|\r|\n|\Z)")
_OPTIONAL: Final[dict[str, dict[int, bytes]]] = {
    "if": {1: b"else"},
    "while": {2: b"else"},
    "for": {2: b"else"},
    "try": {2: b"else", 3: b"finally"},
}
"""Regions that may be empty, and the keyword that opens them."""
_OPERATIONS: Final = frozenset({"binary", "unary", "inplace", "compare", "store"})
_COMPOUND: Final = frozenset({"if", "while", "for", "try", "with", "def", "class", "match"})
_STANDS_ALONE: Final = _COMPOUND | {
    "store", "setattr", "setitem", "assign", "annassign", "delete", "import", "importfrom", "global", "nonlocal",
    "expression", "pass", "break", "continue", "return", "raise", "assert", "opaque",
}  # fmt: skip
_NOT_A_UNIT: Final = frozenset({"argument", "format", "inplace"})
_LAST_WORD: Final = re.compile(rb"([\w\x80-\xff]+|[)\]}'\"])\s*\Z")
_WORD: Final = re.compile(rb"[\w\x80-\xff]")
_WORD_OR_QUOTE: Final = re.compile(rb"[\w\x80-\xff'\"]")


def emit(module: Module, *, everything: bool = False) -> bytes:
    """
    The source of a module, as UTF-8 with the newlines of the file.

    What no rewrite touched is identical, byte for byte. `everything` writes every statement anew
    from the ops instead; then only the tree is the same. Raises EmissionError when the ops cannot
    be said in Python, when a comment would be lost, or when the text would not mean what the ops
    say.
    """
    if not everything and not is_edited(module):
        return module.source
    roots = module.body.ops
    if len(roots) == 1 and roots[0].kind == "opaque" and not module.body.edited and not roots[0].edited:
        return module.source
    with warnings.catch_warnings(), collection_rare():
        warnings.simplefilter("ignore")
        if everything:
            return _attempt(module, everything=True)
        try:
            text = _attempt(module)
        except EmissionError as problem:
            # Slices can fail where text made from the ops does not.
            try:
                text = _attempt(module, slices=False)
            except EmissionError:
                raise problem from None
        if _declared(text) != _declared(module.source):
            raise EmissionError("comment_declares_an_encoding")
        return text


def _declared(text: bytes) -> bytes:
    """The encoding that a comment in the first two lines declares."""
    for line in lexing.NEWLINE.split(text, 2)[:2]:
        match = _CODING.match(line)
        if match or line.split(b"#")[0].strip():
            return match[1] if match else b""
    return b""


def text_of(op: Op) -> str:
    """The source of one expression or statement, made from its ops alone. Raises EmissionError."""
    module = Module(b"", Region("block"), "<op>")
    if op.is_statement and op.kind not in _STANDS_ALONE:
        raise EmissionError("op_has_no_text_of_its_own")
    with warnings.catch_warnings(), deep_recursion():
        warnings.simplefilter("ignore")
        splicer = _Splicer(module, everything=True)
        splicer.builder.ops(tree(op))
        if op.is_statement:
            return splicer.new_statement(op, b"").decode()
        return splicer.printer.expression(splicer.nodes[op], printing.NAMED)


def is_edited(module: Module) -> bool:
    """Whether any op or region of the module has been changed."""
    pending = [module.body]
    while pending:
        region = pending.pop()
        if region.edited:
            return True
        for op in region.ops:
            if op.edited:
                return True
            if op.regions:
                pending += op.regions
    return False


def _attempt(module: Module, *, everything: bool = False, slices: bool = True) -> bytes:
    with deep_recursion():
        splicer = _Splicer(module, everything=everything, slices=slices)
        said = splicer.builder.module(module.body)
        text = splicer.everything_new() if everything else splicer.spliced()
    try:
        read = ast.parse(text.decode("utf-8", "surrogatepass"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise EmissionError("result_does_not_parse") from None
    untouched = Untouched(module, text, splicer.builder)
    if not same_tree(read, said, untouched.said):
        raise EmissionError("splice_disagrees_with_ir")
    if not everything:
        (start, end), (begin, stop) = untouched.between()
        comments = Counter(lexing.comment_texts(module.source[start:end])) + splicer.copied
        if comments - Counter(lexing.comment_texts(text[begin:stop])):
            raise EmissionError("comment_would_be_lost")
        told = _compile([each for each in read.body if _is_future(each) or untouched.meets(each, begin, stop)])
        if told and told - _compile(ast.parse(module.source.decode("utf-8", "surrogatepass")).body):
            raise EmissionError("result_makes_the_compiler_warn")
    return text


def _compile(statements: list[ast.stmt]) -> Counter[str]:
    """
    What the compiler warns of, such as `assert (x, y)`. Raises EmissionError for what only the compiler objects to,
    such as a `global` that comes after a use of its name.
    """
    try:
        with deep_recursion(), warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            compile(ast.Module(statements, []), "<result>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise EmissionError("result_does_not_compile") from None
    return Counter(str(warning.message) for warning in told)


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


@dataclass(frozen=True, slots=True)
class _Patch:
    start: int
    end: int
    text: bytes


@dataclass(slots=True)
class _Patches:
    """Changes to a stretch of source, and the places whose comments go above the statement."""

    texts: list[_Patch] = field(default_factory=list)
    above: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Marker:
    """Comments that lost their place: single ones, or (`lines`) whole lines with blank ones between."""

    span: Span
    lines: bool
    rank: int


class _Splicer:
    def __init__(self, module: Module, *, everything: bool = False, slices: bool = True) -> None:
        self.module = module
        self.source = module.source
        self.newline = module.newline.encode()
        self.everything = everything
        self.slices = slices and not everything
        coding = [_CODING.match(line) for line in self.source.splitlines()[:2]]
        names = [found[1].decode() for found in coding if found]
        self.printer = Printer(self.original_fstring, names[0] if names else "utf-8")
        self.dirty: set[Op] = set()
        self.anew: set[Op] = set()
        """Ops whose own text must be made from the ops."""
        self.markers: list[_Marker] = []
        self._lexed: Lexed | None = None
        self._unit: bytes | None = None
        self.mark_dirty(module.body)
        self.builder = Builder(() if everything else module.translated.keys() - self.dirty)
        self.nodes = self.builder.nodes

    @property
    def lexed(self) -> Lexed:
        if self._lexed is None:
            self._lexed = Lexed(self.source)
        return self._lexed

    # Which ops changed

    def mark_dirty(self, region: Region) -> tuple[bool, bool]:
        """Whether something in a region changed, and whether what holds the region must be made anew for it."""
        dirty_ops = self.dirty
        anew_ops = self.anew
        region_dirty = region.edited
        block = _is_suite(region)
        escalates = region.edited and not block
        pending: set[Op] = set()  # expressions that cannot be replaced where they stand
        for op in region.ops:
            dirty = anew = op.edited
            for operand in op.operands:
                if operand in dirty_ops:
                    dirty = True
                    anew = anew or operand in pending or is_in_braces(op)
            for inner in op.regions:
                inner_dirty, inner_escalates = self.mark_dirty(inner)
                dirty = dirty or inner_dirty
                anew = anew or inner_escalates
            if not dirty:
                continue
            region_dirty = True
            dirty_ops.add(op)
            if not anew:
                continue
            anew_ops.add(op)
            if op.is_statement:
                escalates = escalates or not block
            elif op.origin is None or op.kind in _NOT_A_UNIT:
                pending.add(op)
        return region_dirty, escalates

    # The whole module

    def everything_new(self) -> bytes:
        kept = [line for line in self.source.splitlines()[:2] if _CODING.match(line)]
        roots = list(self.module.body.roots())
        text = self.block(roots, b"", ()) if roots else b""
        return b"".join(line + self.newline for line in (*kept, text) if line)

    def spliced(self) -> bytes:
        patches = _Patches()
        self.patch_region(self.module.body, patches)
        return self.resolve(self.patched(0, len(self.source), patches.texts))

    def patched(self, start: int, end: int, patches: Sequence[_Patch]) -> bytes:
        """A stretch of source with patches applied."""
        pieces: list[bytes] = []
        for patch in sorted(patches, key=lambda patch: (patch.start, patch.end)):
            if patch.start < start or patch.end > end:
                raise EmissionError("changes_overlap")
            pieces += (self.source[start : patch.start], patch.text)
            start = patch.end
        pieces.append(self.source[start:end])
        return b"".join(pieces)

    # Comments without a place

    def marker(self, start: int, end: int, *, lines: bool = False, rank: int | None = None) -> list[bytes]:
        """A line that stands for the comments in a stretch of source, none if it has none."""
        if self.everything or not self.lexed.comments_in(start, end):
            return []
        self.markers.append(_Marker((start, end), lines, end - start if rank is None else rank))
        return [b"#\0%d\0" % (len(self.markers) - 1)]

    def resolve(self, text: bytes) -> bytes:
        """Replace the markers by the comments that are nowhere else, innermost first."""
        if b"#\0" not in text:
            return text
        bare = _LINES_OF_MARKERS.sub(b"", text)
        lost = Counter(lexing.comment_texts(self.source)) + self.copied - Counter(lexing.comment_texts(bare))
        found = {int(match[1]) for match in _MARKER.finditer(text)}
        contents: dict[int, list[bytes]] = {}
        for index in sorted(found, key=lambda index: (self.markers[index].rank, index)):
            contents[index] = self.claim(self.markers[index], lost)
        position = 0
        pieces: list[bytes] = []
        for match in _LINES_OF_MARKERS.finditer(text):
            pieces.append(text[position : match.start()])
            position = match.end()
            lines = contents[int(match[2])]
            newline = match[3] or self.newline
            for line in lines:
                pieces.append((match[1] + line if line else b"") + newline)
            if not match[3] and pieces:
                whole = b"".join(pieces)
                pieces = [whole[: -len(newline)] if whole.endswith(newline) else whole]
        pieces.append(text[position:])
        return b"".join(pieces)

    @cached_property
    def copied(self) -> Counter[bytes]:
        """
        How often comments of which there are several alike stand in copies of statements: these do not make up for one
        that is lost elsewhere.
        """
        spans = Counter(op.origin for op in walk(self.module.body) if op.is_statement and op.origin is not None)
        found: Counter[bytes] = Counter()
        if max(spans.values(), default=1) == 1:
            return found
        texts = Counter(self.source[start:end].rstrip() for start, end in self.lexed.comments)
        for start, end in self.lexed.comments:
            text = self.source[start:end].rstrip()
            if texts[text] > 1:
                around = [
                    (stop - begin, times)
                    for (begin, stop), times in spans.items()
                    if begin <= start <= lexing.tail_end(self.source, stop)
                ]
                found[text] += min(around)[1] - 1 if around else 0
        return found

    def claim(self, marker: _Marker, lost: Counter[bytes]) -> list[bytes]:
        start, end = marker.span
        comments = [self.source[a:b].rstrip() for a, b in self.lexed.comments_in(start, end)]
        if marker.lines:
            if not any(lost[comment] > 0 for comment in comments):
                return []
            lost.subtract(comments)
            lines = [line.strip() for line in lexing.NEWLINE.split(self.source[start:end])]
            return lines[not lines[0] : len(lines) - (not lines[-1])]
        claimed = []
        for comment in comments:
            if lost[comment] > 0:
                lost[comment] -= 1
                claimed.append(comment)
        return claimed

    # Changes in place

    def patch_region(self, region: Region, patches: _Patches) -> None:
        if _is_suite(region):
            roots = list(region.roots())
            if region.edited or any(root in self.anew for root in roots):
                self.patch_block(region, roots, patches)
                return
            for root in roots:
                if root in self.dirty:
                    self.patch_statement(root, patches)
            return
        for op in region.ops:
            if op in self.dirty and op.is_statement:
                self.patch_below(op, patches)

    def patch_statement(self, op: Op, patches: _Patches) -> None:
        """Changes inside a statement that itself stayed."""
        inside = _Patches()
        self.patch_below(op, inside)
        start = self.start_of(op)
        for span in inside.above:
            if not lexing.begins_line(self.source, start):
                raise EmissionError("comment_would_be_lost")
            begin = lexing.line_start(self.source, start)
            indent = lexing.indentation(self.source, start)
            text = b"".join(indent + mark + self.newline for mark in self.marker(*span))
            patches.texts.append(_Patch(begin, begin, text))
        patches.texts += inside.texts

    def patch_below(self, op: Op, patches: _Patches) -> None:
        done: set[Op] = set()
        for index, operand in enumerate(op.operands):
            if operand in self.dirty and operand not in done:
                done.add(operand)
                if operand.kind == "inplace":
                    self.patch_below(operand, patches)
                    done.update(operand.operands[0].operands)
                else:
                    self.patch_expression(operand, op, index, patches)
        for region in op.regions:
            self.patch_region(region, patches)

    def patch_expression(self, op: Op, consumer: Op, index: int, patches: _Patches) -> None:
        if op not in self.anew:
            self.patch_below(op, patches)
            return
        if op.origin is None:
            raise EmissionError("expression_has_no_place")
        start, end = op.origin
        text = self.expression_in_place(op, consumer, index)
        if text.replace(b"_", b"").isalnum() and self.enclosed(op.origin, consumer) and consumer.kind in _OPERATIONS:
            # a name needs no parentheses
            start = self.source.rindex(b"(", 0, start)
            end = self.source.index(b")", end) + 1
        if _WORD.match(self.source, start - 1) and start and _WORD_OR_QUOTE.match(text):
            text = b" " + text
        if _WORD.match(text, len(text) - 1) and _WORD_OR_QUOTE.match(self.source, end):
            text += b" "
        if self.lexed.comments_in(start, end):
            patches.above.append((start, end))
        patches.texts.append(_Patch(start, end, text))

    def expression_in_place(self, op: Op, consumer: Op, index: int) -> bytes:
        assert op.origin is not None
        node = self.nodes[op]
        self.keep_below(op)
        level = _level(consumer, index)
        if consumer.kind == "call" and index and consumer.origin is not None and consumer.origin[1] == op.origin[1]:
            # A generator that was the only argument shares the parentheses of the call.
            text = self.printer.expression(node, printing.TEST)
            return text.encode() if isinstance(node, ast.GeneratorExp) else f"({text})".encode()
        if consumer.kind == "with" and isinstance(node, ast.Tuple):
            # With one pair of parentheses its elements would be managers.
            return f"({self.printer.expression(node, printing.TEST)})".encode()
        if self.enclosed(op.origin, consumer):
            return self.printer.expression(node, printing.NAMED).encode()
        if level == _NO_YIELD:
            level = printing.TUPLE if isinstance(node, ast.Tuple) else printing.TEST
        return self.printer.expression(node, level).encode()

    def enclosed(self, span: Span, consumer: Op) -> bool:
        """Whether a place has parentheses of its own around it."""
        source = self.source
        start, end = span
        while source[start - 1 : start].isspace():
            start -= 1
        while source[end : end + 1].isspace():
            end += 1
        if source[start - 1 : start] != b"(" or source[end : end + 1] != b")" or consumer.kind == "with":
            return False
        start -= 1
        # After a name or a value the parentheses are those of a call.
        word = _LAST_WORD.search(source[max(0, start - 80) : start])
        return word is None or word[1] in _KEYWORDS

    # Source for ops that are printed around

    def keep_below(self, op: Op) -> None:
        """Let the printer take the unchanged parts below an op from the source."""
        if not self.slices or is_in_braces(op):
            return
        for operand in op.operands:
            self.keep(operand)
        for region in op.regions:
            if region.kind != "block" or op.kind in _ITERATION:
                self.keep_region(region)

    def keep_region(self, region: Region) -> None:
        for op in region.ops:
            if op.is_statement:
                self.keep_below(op)

    def keep(self, op: Op) -> None:
        if op.origin is not None and op not in self.anew and op.kind not in _NOT_A_UNIT:
            text = self.slice(op)
            if text is not None:
                node = self.nodes[op]
                own = printing.level_of(node)
                if text[:1] == b"(" and own < printing.ATOM and lexing.is_bracketed(text):
                    own = printing.NUMBER
                self.printer.verbatim[node] = text.decode(), own
                return
        self.keep_below(op)

    def slice(self, op: Op) -> bytes | None:
        """The source of an expression, if it can stand anywhere."""
        assert op.origin is not None
        start, end = op.origin
        patches = _Patches()
        if op in self.dirty:
            self.patch_below(op, patches)
            if patches.above:
                return None
        text = self.patched(start, end, patches.texts)
        if (b"\n" in text or b"\r" in text) and lexing.bare_newline(text):
            if not Lexed(text).comments:
                return None
            return b"(" + text + b")"
        return text

    def original_fstring(self, node: ast.JoinedStr) -> str | None:
        op = self.builder.joined.get(node)
        if op is None or op.origin is None or op in self.dirty or not self.source:
            return None
        start, end = op.origin
        text = self.source[start:end].decode()
        return f"({text})" if "\n" in text or "\r" in text else text

    # Statements

    def start_of(self, op: Op) -> int:
        """Where a statement begins, decorators and all."""
        assert op.origin is not None
        return op.origin[0]

    def statement(self, op: Op, indent: bytes, *, elif_: bool = False) -> bytes:
        """A statement of the source with the changes inside it, its last comment, and a new indentation."""
        assert op.origin is not None
        start = self.start_of(op)
        end = lexing.tail_end(self.source, op.origin[1])
        patches = _Patches()
        self.patch_below(op, patches)
        marks = [indent + mark + self.newline for span in patches.above for mark in self.marker(*span)]
        text = self.patched(start, end, patches.texts)
        if op.kind == "if" and not elif_ and text.startswith(b"elif"):
            text = text[2:]
        text = lexing.reindent(text, lexing.indentation(self.source, start), indent)
        return b"".join(marks) + indent + text

    def is_kept(self, op: Op) -> bool:
        """Whether the text of a statement follows from the source."""
        return op.origin is not None and op not in self.anew and not self.everything

    def patch_block(self, region: Region, roots: list[Op], patches: _Patches) -> None:
        """Lay out anew, in its place, a block whose list of statements changed."""
        old = region.statements
        parent = region.parent
        which = -1 if parent is None else parent.regions.index(region)
        keyword = None if parent is None else _OPTIONAL.get(parent.kind, {}).get(which)
        if not old:
            if roots:
                self.patch_missing(region, roots, which, keyword, patches)
            return
        source = self.source
        first = old[0][0]
        start = lexing.line_start(source, first)
        end = lexing.tail_end(source, old[-1][1])
        indent = lexing.indentation(source, first)
        elif_ = keyword == b"else" and parent is not None and parent.kind == "if" and source.startswith(b"elif", first)
        if keyword is not None and not roots:
            self.patch_removed(region, which, keyword, elif_, patches)
        elif elif_:
            if len(roots) == 1 and roots[0].kind == "if" and roots[0].attrs["elif"]:
                text = self.block(roots, indent, old, elif_=True)
            else:
                text = indent + b"else:" + self.newline + self.block(roots, indent + self.unit(indent), old)
            patches.texts.append(_Patch(start, end, text))
        elif lexing.begins_line(source, first):
            patches.texts.append(_Patch(start, end, self.block(roots, indent, old, fill=parent is not None)))
        else:
            colon = len(source[:first].rstrip(b" \t\f"))
            if source[colon - 1 : colon] != b":" or parent is None:
                raise EmissionError("statements_share_a_line")
            outer = lexing.indentation(source, first if parent.origin is None else parent.origin[0])
            text = self.newline + self.block(roots, outer + self.unit(outer), old)
            patches.texts.append(_Patch(colon, end, text))

    def patch_missing(
        self, region: Region, roots: list[Op], which: int, keyword: bytes | None, patches: _Patches
    ) -> None:
        """Write an `else` or `finally` that was not there."""
        parent = region.parent
        if parent is None and not self.source.strip():
            patches.texts.append(_Patch(0, len(self.source), self.block(roots, b"", ()) + self.newline))
            return
        if parent is None or parent.origin is None or keyword is None:
            raise EmissionError("block_has_no_place")
        last = self.last_before(parent, which)
        indent = lexing.indentation(self.source, parent.origin[0])
        if last is None or not lexing.begins_line(self.source, parent.origin[0]):
            raise EmissionError("block_has_no_place")
        text = self.newline + indent + keyword + b":" + self.newline
        text += self.block(roots, indent + self.unit(indent), ())
        place = lexing.tail_end(self.source, last)
        patches.texts.append(_Patch(place, place, text))

    def patch_removed(self, region: Region, which: int, keyword: bytes, elif_: bool, patches: _Patches) -> None:
        """Take out an `else` or `finally` whose block is empty now."""
        source = self.source
        parent = region.parent
        assert parent is not None
        start = region.statements[0][0]
        if not elif_:
            before = self.last_before(parent, which)
            if before is None:
                raise EmissionError("block_cannot_be_removed")
            found = [
                match.start(1)
                for match in re.finditer(rb"(?:\A|[\r\n])[ \t\f]*(" + keyword + rb")\b", source[before:start])
            ]
            if not found:
                raise EmissionError("block_cannot_be_removed")
            start = before + found[-1]
        indent = lexing.indentation(source, start)
        end = lexing.tail_end(source, region.statements[-1][1])
        text = b"".join(self.newline + indent + mark for mark in self.marker(start, end))
        start = lexing.line_start(source, start)
        start -= 2 if source[start - 2 : start] == b"\r\n" else 1
        patches.texts.append(_Patch(start, end, text))

    def last_before(self, parent: Op, which: int) -> int | None:
        """The end of the last statement of the regions of an op before one of them."""
        for region in reversed(parent.regions[:which]):
            if region.kind == "block" and region.statements:
                return region.statements[-1][1]
            if region.kind == "items":
                for op in reversed(list(region.roots())):
                    if op.regions[-1].statements:
                        return op.regions[-1].statements[-1][1]
        return None

    def block(
        self, roots: list[Op], indent: bytes, old: Sequence[Span], *, elif_: bool = False, fill: bool = True
    ) -> bytes:
        """
        The lines of a block, without the newline after the last; an empty one is filled by `pass`.

        `old` are the spans of the statements that stood here before.
        """
        if self.everything:
            texts = [self.new_statement(root, indent, elif_=elif_) for root in roots] or [indent + b"pass"]
            return self.newline.join(texts)
        return _Layout(self, roots, indent, old, elif_=elif_, fill=fill).text()

    def new_statement(self, op: Op, indent: bytes, *, elif_: bool = False) -> bytes:
        """A statement made from its ops; the unchanged statements inside are taken from the source."""
        if op.kind == "opaque":
            return self.opaque(op, indent)
        node = self.nodes[op]
        if op.kind not in _COMPOUND:
            self.keep_below(op)
            return indent + self.printer.simple(node).encode()
        inner = op.kind == "with"
        lines: list[bytes] = []
        last = op
        while True:
            self.keep_below(last)
            further = joined_with(last) if inner else None
            if further is None:
                break
            last = further
        keyword = "elif" if elif_ else ""
        lines += [indent + line.encode() for line in self.printer.head(node, keyword)]
        if op.kind == "if":
            self.body(op.regions[0], indent, lines)
            self.orelse(op.regions[1], indent, lines)
        elif op.kind == "match":
            deeper = indent + self.unit(indent)
            for case in op.regions[0].roots():
                self.keep_below(case)
                lines += [deeper + line.encode() for line in self.printer.head(self.nodes[case])]
                self.body(case.regions[1], deeper, lines)
        elif op.kind == "try":
            self.body(op.regions[0], indent, lines)
            for handler in op.regions[1].roots():
                self.keep_below(handler)
                head = self.printer.head(self.nodes[handler], "except*" if op.attrs["star"] else "except")
                lines += [indent + line.encode() for line in head]
                self.body(handler.regions[1], indent, lines)
            self.clause(b"else:", op.regions[2], indent, lines)
            self.clause(b"finally:", op.regions[3], indent, lines)
        elif op.kind in ("for", "while"):
            self.body(op.regions[1], indent, lines)
            self.clause(b"else:", op.regions[2], indent, lines)
        else:
            self.body(last.regions[-1], indent, lines)
        return self.newline.join(lines)

    def body(self, region: Region, indent: bytes, lines: list[bytes]) -> None:
        lines.append(self.block(list(region.roots()), indent + self.unit(indent), region.statements))

    def clause(self, head: bytes, region: Region, indent: bytes, lines: list[bytes]) -> None:
        if region.ops:
            lines.append(indent + head)
            self.body(region, indent, lines)

    def orelse(self, region: Region, indent: bytes, lines: list[bytes]) -> None:
        roots = list(region.roots())
        if len(roots) == 1 and roots[0].kind == "if" and roots[0].attrs["elif"]:
            lines.append(self.block(roots, indent, region.statements, elif_=True))
        else:
            self.clause(b"else:", region, indent, lines)

    def opaque(self, op: Op, indent: bytes) -> bytes:
        if op.origin is not None:
            start = self.start_of(op)
            text = self.source[start : op.origin[1]]
            return indent + lexing.reindent(text, lexing.indentation(self.source, start), indent)
        said: str = op.attrs["text"]
        if indent and len(said.splitlines()) > 1:
            raise EmissionError("opaque_text_cannot_be_indented")
        return indent + said.encode()

    def unit(self, indent: bytes) -> bytes:
        """One step of indentation below `indent`."""
        if indent.endswith(b"\t"):
            return b"\t"
        if self._unit is None:
            self._unit = self.find_unit(self.module.body)
        return b"    " if indent and self._unit == b"\t" else self._unit

    def find_unit(self, body: Region) -> bytes:
        pending = [(body, b"")]
        while pending:
            region, outer = pending.pop()
            first = self.first_line(region)
            if first is not None:
                here = lexing.indentation(self.source, first)
                if here.startswith(outer) and here != outer:
                    return here[len(outer) :]
                outer = here
            for op in region.ops:
                if op.origin is not None:
                    pending += ((inner, outer) for inner in op.regions if inner.kind in ("block", "items"))
        return b"    "

    def first_line(self, region: Region) -> int | None:
        """A place in the first line of a block, of handlers or of cases."""
        if region.kind == "items":
            return next((op.origin[0] for op in region.ops if op.origin is not None), None)
        if region.statements and lexing.begins_line(self.source, region.statements[0][0]):
            return region.statements[0][0]
        return None


class _Layout:
    """The statements of one block, some from the source and some new, with what stood between them."""

    def __init__(
        self, splicer: _Splicer, roots: list[Op], indent: bytes, old: Sequence[Span], *, elif_: bool, fill: bool
    ) -> None:
        self.splicer = splicer
        self.source = splicer.source
        self.newline = splicer.newline
        self.roots = roots
        self.indent = indent
        self.old = old
        self.elif_ = elif_
        self.fill = fill
        self.pieces: list[bytes] = []
        self.previous: Op | None = None
        """The statement laid out last, if it was taken from the source."""

    def text(self) -> bytes:
        places = {span: index for index, span in enumerate(self.old)}
        stayed: list[tuple[int, int]] = []
        for position, root in enumerate(self.roots):
            if root.origin in places and self.splicer.is_kept(root):
                index = places[root.origin]
                if not stayed or index > stayed[-1][1]:
                    stayed.append((position, index))
        done = 0
        gone = 0
        for position, index in (*stayed, (len(self.roots), len(self.old))):
            self.gap(self.roots[done:position], list(range(gone, index)))
            if position < len(self.roots):
                self.stay(self.roots[position], index)
            done = position + 1
            gone = index + 1
        if not self.roots and self.fill:
            self.add(self.newline, self.indent + b"pass")
        return b"".join(self.pieces)

    def add(self, separator: bytes, text: bytes) -> None:
        if self.pieces:
            self.pieces.append(separator)
        self.pieces.append(text)

    def add_marks(self, marks: Iterable[bytes]) -> None:
        for mark in marks:
            self.add(self.newline, self.indent + mark)

    def trivia(self, index: int) -> Span:
        """What stands between the statement before the one at `index` and its line (empty for the first)."""
        start = self.old[index][0]
        if lexing.begins_line(self.source, start):
            start = lexing.line_start(self.source, start)
        if not index:
            return start, start
        end = lexing.tail_end(self.source, self.old[index - 1][1])
        return min(end, start), start

    def separator(self, span: Span) -> bytes:
        """Source between two statements, from a newline to the beginning of a line, in the new indentation."""
        text = self.source[slice(*span)]
        newline = lexing.NEWLINE.search(text)
        if newline is None:
            return self.newline
        old = lexing.indentation(self.source, self.first_column(span[1]))
        text = lexing.reindent(text[newline.start() :], old, self.indent)
        return text if self.pieces else text[newline.end() - newline.start() :]

    def first_column(self, position: int) -> int:
        while self.source[position : position + 1] in (b" ", b"\t", b"\f"):
            position += 1
        return position

    def add_after(self, span: Span, text: bytes) -> None:
        """Add a statement with what stood above it."""
        separator = self.separator(span)
        if self.pieces:
            self.add(separator, text)
        elif separator.strip():
            self.pieces += (separator, text)
        else:
            self.pieces.append(text)

    def stay(self, root: Op, index: int) -> None:
        assert root.origin is not None
        span = self.trivia(index)
        text = self.splicer.statement(root, self.indent, elif_=self.elif_)
        together = index and self.previous is not None and self.previous.origin == self.old[index - 1]
        if together and not lexing.begins_line(self.source, root.origin[0]):
            self.pieces += (self.source[self.old[index - 1][1] : root.origin[0]], text[len(self.indent) :])
        else:
            if not index:
                self.add_marks(self.leading(root))
            self.add_after(span, text)
        self.previous = root

    def leading(self, root: Op) -> list[bytes]:
        """A marker for the comments above a statement that is taken from elsewhere."""
        start = self.splicer.start_of(root)
        if not lexing.begins_line(self.source, start):
            return []
        top = start = lexing.line_start(self.source, start)
        while top:
            end = top - 2 if self.source[top - 2 : top] == b"\r\n" else top - 1
            above = lexing.line_start(self.source, end)
            line = self.source[above:end].strip()
            if line and not line.startswith(b"#"):
                break
            top = above
        comments = self.splicer.lexed.comments_in(top, start)
        if not comments or any(a < start and b > top for a, b in self.splicer.lexed.multiline):
            return []
        return self.splicer.marker(comments[0][0], comments[-1][1], lines=True, rank=0)

    def gap(self, new: list[Op], gone: list[int]) -> None:
        """Lay out new statements in the place of those that are gone."""
        splicer = self.splicer
        if not new:
            for index in gone:
                self.add_marks(splicer.marker(*self.trivia(index), lines=True, rank=1))
                self.add_marks(splicer.marker(self.old[index][0], lexing.tail_end(self.source, self.old[index][1])))
            if gone:
                self.previous = None
            return
        for position, op in enumerate(new):
            group = self.group(op, gone, len(new) - position, position == 0)
            gone = gone[len(group) :]
            self.new(op, group)

    def group(self, op: Op, gone: list[int], left: int, first: bool) -> list[int]:
        """Which of the statements that are gone a new one replaces."""
        if left == 1:
            return gone
        if left == len(gone):
            return gone[:1]
        reach = 0
        if gone:
            spans = [inner.origin for inner in everything(op) if inner.origin is not None]
            for count, index in enumerate(gone, 1):
                start, end = self.old[index]
                if any(start <= a and b <= end for a, b in spans):
                    reach = count
        return gone[: max(reach, 1 if first else 0)]

    def new(self, op: Op, group: list[int]) -> None:
        splicer = self.splicer
        kept = splicer.is_kept(op)
        write = splicer.statement if kept else splicer.new_statement
        text = write(op, self.indent, elif_=self.elif_)
        between = self.between(op) if kept else None
        if between is not None and not group:
            self.add_after(between, text)
        else:
            marks: list[bytes] = []
            for index in group[1:]:
                marks += splicer.marker(*self.trivia(index), lines=True, rank=1)
            for index in group:
                marks += splicer.marker(self.old[index][0], lexing.tail_end(self.source, self.old[index][1]))
            if kept:
                marks += self.leading(op)
            above = b"".join(self.indent + mark + self.newline for mark in marks)
            if group:
                self.add_after(self.trivia(group[0]), above + text)
            else:
                self.add(self.newline, above + text)
        self.previous = op if kept else None

    def between(self, op: Op) -> Span | None:
        """The blank and comment lines between a statement and the one before, if they are neighbours in the source."""
        previous = self.previous
        if previous is None or previous.origin is None or op.origin is None:
            return None
        start = lexing.tail_end(self.source, previous.origin[1])
        end = self.splicer.start_of(op)
        if start >= end or not lexing.begins_line(self.source, end):
            return None
        end = lexing.line_start(self.source, end)
        if end < start:
            return None
        lines = [line.strip() for line in lexing.NEWLINE.split(self.source[start:end])]
        return (start, end) if all(not line or line.startswith(b"#") for line in lines) else None


def _is_suite(region: Region) -> bool:
    """Whether a region is a block of statements that can be laid out in its place."""
    parent = region.parent
    if region.kind != "block" or parent is None:
        return region.kind == "block"
    if parent.kind == "with" and region.statements == (parent.origin,):
        return False  # a further item in the same head
    return parent.kind not in _ITERATION


_ITERATION: Final = frozenset({"comprehension", "comp_for", "comp_if"})
_KEYWORDS: Final = frozenset(
    {
        b"and", b"as", b"assert", b"await", b"del", b"elif", b"else", b"except", b"for", b"from", b"if", b"in", b"is",
        b"lambda", b"not", b"or", b"raise", b"return", b"while", b"with", b"yield",
    }
)  # fmt: skip
_NO_YIELD: Final = -1
_FIRST: Final[dict[str, int]] = {
    "expression": printing.TUPLE, "store": printing.TUPLE, "assign": printing.TUPLE, "inplace": printing.TUPLE,
    "annassign": printing.TUPLE, "return": _NO_YIELD, "for": _NO_YIELD, "match": _NO_YIELD, "yield": _NO_YIELD,
    "star": printing.BOR, "await": printing.ATOM, "compare": printing.BOR, "chain": printing.BOR,
    "select": printing.OR, "comprehension": printing.OR, "comp_for": printing.OR, "comp_if": printing.OR,
    "getattr": printing.NUMBER, "delattr": printing.NUMBER,
}  # fmt: skip


def _level(consumer: Op, index: int) -> int:
    """How tightly an operand must bind to stand in the place of the operand of an op."""
    kind = consumer.kind
    if kind == "binary":
        return _BINARY[consumer.attrs["op"]][index]
    if kind == "unary":
        return printing.NOT if consumer.attrs["op"] == "not" else printing.FACTOR
    if kind == "boolean":
        return (printing.AND if consumer.attrs["op"] == "and" else printing.OR) + 1
    if kind == "result":
        return _level_in_region(consumer)
    if kind in ("getitem", "delitem"):
        return _NO_YIELD if index else printing.ATOM
    if kind in ("setattr", "setitem"):
        return (printing.TUPLE, printing.NUMBER if kind == "setattr" else printing.ATOM, _NO_YIELD)[index]
    if kind == "call" and not index:
        return printing.ATOM
    if kind == "dict":
        return printing.BOR if "u" in consumer.attrs["entries"] else printing.TEST
    return _FIRST.get(kind, printing.TEST)


def _level_in_region(result: Op) -> int:
    region = result.region
    parent = None if region is None else region.parent
    if region is None or parent is None:
        return printing.TEST
    if parent.kind == "boolean":
        return _level(parent, 0)
    if parent.kind == "chain":
        return printing.BOR
    if parent.kind == "select" and parent.regions[0] is region:
        return printing.OR
    return printing.TEST


_BINARY: Final[dict[str, tuple[int, int]]] = {
    symbol.strip(): (left, right) for symbol, _, left, right in printing.BINARY.values()
}
