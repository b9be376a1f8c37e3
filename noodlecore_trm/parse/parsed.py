"""Decoding, parsing and source positions."""

from __future__ import annotations

import ast
import codecs
import io
import re
import sys
import threading
import tokenize
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from noodlecore_trm.garbage import collection_rare

Span = tuple[int, int]

SAFE_RECURSION_LIMIT: Final = 1_000
"""`ast.parse` recurses in C, three levels for each that Python may; more could end the process."""

_CHANGES_LIMIT: Final = threading.Lock()
_FIRST_TWO_LINES: Final = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?[^\r\n]*")
_COMMENT_OR_STRING: Final = re.compile(
    rb"(\#[^\r\n]*)"
    rb"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''"
    rb'|"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'
    rb"|'[^'\\]*(?:\\.[^'\\]*)*'"
    rb'|"[^"\\]*(?:\\.[^"\\]*)*"',
    re.DOTALL,
)


@dataclass(eq=False)
class ParsedModule:
    """
    One source file.

    `original` is the file's bytes; `source` the same text as UTF-8 without a byte order mark, to
    which all offsets refer. `tree` is None if the file does not parse, and then `error` is one
    line `line:column: message`.
    """

    original: bytes
    source: bytes
    filename: str
    encoding: str = "utf-8"
    bom: bool = False
    newline: str = "\n"
    """The newline used most, `\\n`, `\\r\\n` or `\\r`."""
    tree: ast.Module | None = None
    error: str = ""
    line_starts: list[int] = field(default_factory=list)
    """Offset of the first byte of each line; lines end at LF, CR LF or CR only."""

    def span(self, node: ast.expr | ast.stmt | ast.excepthandler | ast.pattern | ast.arg | ast.alias) -> Span:
        """The half-open byte range of a node."""
        starts = self.line_starts
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset

    def encode(self, text: bytes) -> bytes:
        """
        Working text back to the file's encoding.

        Raises UnicodeEncodeError if the encoding lacks a character.
        """
        if self.encoding != "utf-8":
            text = text.decode("utf-8").encode(self.encoding)
        return codecs.BOM_UTF8 + text if self.bom else text

    @cached_property
    def comments(self) -> tuple[Span, ...]:
        """Byte ranges of the comments, in order; none if the file does not parse."""
        if self.tree is None or b"#" not in self.source:
            return ()
        if sys.version_info >= (3, 12):
            return tuple(self._tokenized_comments())
        # Until PEP 701 a string ends at the first quote that can end it, so text that is known to
        # parse needs no tokenizer to find its comments.
        return tuple([match.span() for match in _COMMENT_OR_STRING.finditer(self.source) if match.lastindex])

    def _tokenized_comments(self) -> Iterator[Span]:
        text = self.source.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                row, column = token.start
                start = self.line_starts[row - 1] + len(token.line[:column].encode("utf-8"))
                yield start, start + len(token.string.encode("utf-8"))


def parse_module(source: bytes | str, filename: str = "<string>") -> ParsedModule:
    """
    Parse a file; never raises for what it contains (see `ParsedModule.error`).

    The encoding is found as PEP 263 says; text in a `str` has none, so that a declaration in it
    says nothing.
    """
    original = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    parsed = ParsedModule(original, original, filename)
    try:
        text = _decode(parsed, declared=isinstance(source, bytes))
    except (SyntaxError, ValueError, LookupError) as problem:
        parsed.error = f"1:1: {problem}"
        return parsed
    lines = parsed.source.splitlines(keepends=True)
    parsed.line_starts = [0, *accumulate(map(len, lines))]
    if lines and not lines[-1].endswith((b"\n", b"\r")):
        parsed.line_starts.pop()
    if b"\r" in parsed.source:
        parsed.newline = _newline(parsed.source)
    try:
        with warnings.catch_warnings(), _shallow_recursion(), collection_rare():
            warnings.simplefilter("ignore")
            parsed.tree = ast.parse(text, filename)
    except SyntaxError as problem:
        place = f"{problem.lineno}:{max(problem.offset or 1, 1)}" if problem.lineno else _place_of_null(lines)
        parsed.error = f"{place}: {problem.msg}"
    except (RecursionError, MemoryError):
        parsed.error = "1:1: nested too deeply to be parsed"
    except (ValueError, OverflowError, SystemError) as problem:
        parsed.error = f"{_place_of_null(lines)}: {problem}"
    return parsed


def _decode(parsed: ParsedModule, *, declared: bool) -> str:
    """Set `source`, `encoding` and `bom`; return the text."""
    body = parsed.original
    if body.startswith(codecs.BOM_UTF8):
        parsed.bom = True
        parsed.source = body = body[len(codecs.BOM_UTF8) :]
    found = _FIRST_TWO_LINES.match(body)
    head = b"" if found is None else found[0]
    if not declared or b"coding" not in head:
        return body.decode("utf-8")
    lines = iter([line + b"\n" for line in head.splitlines()])
    if parsed.bom:
        lines = iter([codecs.BOM_UTF8 + next(lines), *lines])
    encoding, _ = tokenize.detect_encoding(lambda: next(lines, b""))
    if encoding in ("utf-8", "utf-8-sig"):
        return body.decode("utf-8")
    text = body.decode(encoding)
    if text.encode(encoding) != body:
        raise UnicodeError(f"the encoding {encoding} does not give the same bytes back")
    parsed.encoding = encoding
    parsed.source = text.encode("utf-8")
    return text


def _newline(source: bytes) -> str:
    pairs = source.count(b"\r\n")
    counts = {"\n": source.count(b"\n") - pairs, "\r\n": pairs, "\r": source.count(b"\r") - pairs}
    return max(counts, key=lambda newline: (counts[newline], -source.find(newline.encode())))


def _place_of_null(lines: list[bytes]) -> str:
    for number, line in enumerate(lines, 1):
        if b"\0" in line:
            return f"{number}:{line.index(0) + 1}"
    return "1:1"


@contextmanager
def _shallow_recursion() -> Iterator[None]:
    limit = sys.getrecursionlimit()
    if limit <= SAFE_RECURSION_LIMIT:
        yield
        return
    with _CHANGES_LIMIT:
        try:
            sys.setrecursionlimit(SAFE_RECURSION_LIMIT)
        except RecursionError:  # the caller itself is deeper than that
            yield
            return
        try:
            yield
        finally:
            sys.setrecursionlimit(limit)
