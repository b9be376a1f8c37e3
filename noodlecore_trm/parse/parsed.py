"""Decoding, parsing and source positions."""

from __future__ import annotations

import ast
import codecs
import io
import re
import tokenize
import warnings
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

_NEWLINE: Final = re.compile(rb"\r\n|\n|\r")


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
    tree: ast.Module | None = None
    error: str = ""
    line_starts: list[int] = field(default_factory=list)
    """Offset of the first byte of each line; lines end at LF, CR LF or CR only."""

    def span(self, node: ast.expr | ast.stmt | ast.excepthandler | ast.pattern | ast.arg | ast.alias) -> tuple[int, int]:
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
    def comments(self) -> tuple[tuple[int, int], ...]:
        """Byte ranges of the comments, in order; empty if the file does not tokenize."""
        text = _NEWLINE.sub(b"\n", self.source)
        found = []
        try:
            for token in tokenize.generate_tokens(io.StringIO(text.decode("utf-8"), newline="\n").readline):
                if token.type == tokenize.COMMENT:
                    row, column = token.start
                    before = len(token.line[:column].encode("utf-8"))
                    start = self.line_starts[row - 1] + before
                    found.append((start, start + len(token.string.encode("utf-8"))))
        except (tokenize.TokenError, IndentationError, SyntaxError):
            return ()
        return tuple(found)


def parse_module(source: bytes | str, filename: str = "<string>") -> ParsedModule:
    """Parse a file; never raises for what it contains (see `ParsedModule.error`)."""
    original = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    parsed = ParsedModule(original, original, filename)
    try:
        _decode(parsed)
    except (SyntaxError, UnicodeError, LookupError) as problem:
        parsed.error = f"1:1: {problem}"
        return parsed
    parsed.line_starts = [0, *(match.end() for match in _NEWLINE.finditer(parsed.source))]
    ends = _NEWLINE.findall(parsed.source)
    if ends:
        parsed.newline = max((b"\n", b"\r\n", b"\r"), key=ends.count).decode()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed.tree = ast.parse(parsed.source.decode("utf-8"), filename)
    except SyntaxError as problem:
        parsed.error = f"{problem.lineno or 1}:{problem.offset or 1}: {problem.msg}"
    except (ValueError, RecursionError, MemoryError) as problem:
        parsed.error = f"1:1: {problem or type(problem).__name__}"
    return parsed


def _decode(parsed: ParsedModule) -> None:
    encoding, _ = tokenize.detect_encoding(io.BytesIO(parsed.original).readline)
    parsed.bom = parsed.original.startswith(codecs.BOM_UTF8)
    if encoding in ("utf-8", "utf-8-sig"):
        parsed.source = parsed.original[3:] if parsed.bom else parsed.original
        parsed.source.decode("utf-8")
        return
    text = parsed.original.decode(encoding)
    if text.encode(encoding) != parsed.original:
        raise UnicodeError(f"the encoding {encoding} does not give the same bytes back")
    parsed.encoding = encoding
    parsed.source = text.encode("utf-8")
