"""
Statements that no rewrite touched, found again in what was written.

That the same text stands for the same tree takes less time to see than that two trees are equal. What is trusted is
that a statement is the one that was translated, and that the rewriter has marked what it changed in it.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from itertools import accumulate
from typing import Any

from noodlecore_trm.emit.lexing import Span
from noodlecore_trm.emit.syntax import Builder
from noodlecore_trm.ir.op import Module, Op, tree
from noodlecore_trm.ir.recursion import deep_recursion


class Untouched:
    """Compares the statements of a module and of its classes with those read from `text`, byte for byte."""

    def __init__(self, module: Module, text: bytes, builder: Builder) -> None:
        self._source = module.source
        self._places = module.translated
        self._text = text
        self._builder = builder
        self._starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
        self._found: list[tuple[Span, int]] = []
        """Their places in the source and where they begin in the text."""

    def said(self, op: Op, read: Any) -> Any:
        """The tree of a statement, which is the one that was read if that has the text the statement was read from."""
        if isinstance(read, ast.stmt):
            start, end = place = self._places[op]
            begin = self._begin(read)
            stop = self._offset(read.end_lineno, read.end_col_offset)
            if stop - begin == end - start and self._text.startswith(self._source[start:end], begin):
                self._found.append((place, begin))
                return read
        with deep_recursion():
            return self._builder.ops(tree(op))[-1]

    def _offset(self, line: int | None, column: int | None) -> int:
        assert line is not None
        assert column is not None
        return self._starts[line - 1] + column

    def _begin(self, read: ast.stmt) -> int:
        """Where a statement begins, decorators and all."""
        decorators = getattr(read, "decorator_list", None)
        if not decorators:
            return self._offset(read.lineno, read.col_offset)
        return self._text.rfind(b"@", 0, self._offset(decorators[0].lineno, decorators[0].col_offset))

    def meets(self, read: ast.stmt, begin: int, stop: int) -> bool:
        """Whether a statement that was read from the text reaches into a stretch of it."""
        return self._begin(read) < stop and self._offset(read.end_lineno, read.end_col_offset) > begin

    def between(self) -> tuple[Span, Span]:
        """A stretch of the source, and the one of the text in its place: outside of them nothing changed."""
        source, text = self._source, self._text
        longer = len(text) - len(source)
        ends = sorted(end for (start, end), begin in self._found if start == begin)
        first = bisect_left(ends, True, key=lambda end: source[:end] != text[:end])
        start = ends[first - 1] if first else 0
        least = max(start, start - longer)
        begins = sorted(place for (place, _), begin in self._found if begin - place == longer and place >= least)
        last = bisect_left(begins, True, key=lambda place: source[place:] == text[place + longer :])
        end = begins[last] if last < len(begins) else len(source)
        return (start, end), (start, end + longer)
