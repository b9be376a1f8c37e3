"""What of a file has to stay as it is: lines that say `# noodle: off`, and what the interpreter itself gets wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from noodlecore_trm.parse import ParsedModule

_OFF: Final = re.compile(rb"#\s*noodle:\s*off\b")
_NEWLINE: Final = re.compile(rb"\r\n|\r|\n")

_BODY_FIELDS: Final = ("body", "handlers", "orelse", "finalbody", "cases")


@dataclass(frozen=True, slots=True)
class Suppressions:
    """
    The stretches of a file that must not change.

    `file` is the reason why nothing in it may, empty if there is none; `ranges` are (first, last) lines, both
    included, in ascending order.
    """

    file: str = ""
    ranges: tuple[tuple[int, int], ...] = ()

    def covers(self, line: int, last: int | None = None) -> bool:
        """Whether the line, or any line from `line` to `last`, is suppressed."""
        if self.file:
            return True
        end = line if last is None else last
        return any(first <= end and line <= until for first, until in self.ranges)


NOTHING: Final = Suppressions()


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Every statement, an outer one before those inside it."""
    stack: list[ast.AST] = list(reversed(body))
    while stack:
        node = stack.pop()
        if isinstance(node, ast.stmt):
            yield node
        for name in reversed(_BODY_FIELDS):
            inner = getattr(node, name, None)
            if isinstance(inner, list):
                stack.extend(reversed(inner))


def _covered(node: ast.stmt, trailing: set[int]) -> tuple[int, int] | None:
    """The lines a trailing comment on the statement's own lines switches off."""
    last = node.end_lineno or node.lineno
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        header = max(node.lineno, node.body[0].lineno - 1)
        if any(line in trailing for line in range(node.lineno, header + 1)):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            return first, last
        return None
    compound = any(getattr(node, name, None) for name in _BODY_FIELDS)
    if not compound and any(line in trailing for line in range(node.lineno, last + 1)):
        return node.lineno, last
    return None


@cache
def stores_out_of_order() -> bool:
    """
    Whether this interpreter keeps the wrong value of `a, a = x, y`, as CPython did before 3.11.4.

    It does so only in the variables of functions that no inner function uses, so that a rewrite of something else may
    bring it to light or hide it. Source: https://github.com/python/cpython/issues/104615.
    """
    names: dict[str, Any] = {}
    exec("def last(x, y):\n    a, a = x, y\n    return a", names)
    return bool(names["last"](1, 2) != 2)


def _named_twice(tree: ast.Module) -> int:
    """The line of an assignment that names a variable twice, 0 if there is none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                named = [each for each in ast.walk(target) if isinstance(each, ast.Name)]
                stored = [each.id for each in named if isinstance(each.ctx, ast.Store)]
                if len(stored) != len(set(stored)):
                    return node.lineno
    return 0


@cache
def loses_free_variables() -> bool:
    """
    Whether this interpreter takes a variable of a function further out for one of its own, as CPython does from 3.12
    on, where a comprehension in the same function has a variable of that name.

    A rewrite that makes or removes a comprehension brings it to light or hides it. Source:
    https://github.com/python/cpython/issues/156664.
    """
    names: dict[str, Any] = {}
    inner = "def inner():\n  [x for x in [1]]\n  return [x for _ in [1]]"
    exec(f"def outer():\n x = 3\n {inner}\n return inner()", names)
    try:
        return bool(names["outer"]() != [3])
    except UnboundLocalError:
        return True


_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.GeneratorExp)


def _names_what_is_free(tree: ast.Module) -> int:
    """The line of a comprehension that has a variable by the name of one of a function further out, 0 if none has."""
    pending: list[tuple[ast.AST, frozenset[str]]] = [(tree, frozenset())]
    while pending:
        scope, outside = pending.pop()
        own: set[str] = set()
        inner: list[ast.AST] = []
        nodes = list(ast.iter_child_nodes(scope))
        while nodes:
            node = nodes.pop()
            own |= _bound_by(node)
            if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
                inner.append(node)
                continue
            if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp):
                targets = [each for part in node.generators for each in ast.walk(part.target)]
                if any(isinstance(each, ast.Name) and each.id in outside for each in targets):
                    return node.lineno
            nodes += ast.iter_child_nodes(node)
        around = outside | own if isinstance(scope, _FUNCTIONS) else outside
        pending += [(each, around) for each in inner]
    return 0


def _bound_by(node: ast.AST) -> set[str]:
    """Names that a node binds by itself."""
    if isinstance(node, ast.Name):
        return set() if isinstance(node.ctx, ast.Load) else {node.id}
    if isinstance(node, ast.alias):
        return {node.asname or node.name.partition(".")[0]}
    found = (getattr(node, field, None) for field in ("arg", "name", "rest"))
    return {name for name in found if isinstance(name, str)}


def suppressed_lines(parsed: ParsedModule) -> Suppressions:
    """
    Find every `# noodle: off` of a parsed file; all of it where the interpreter does not do what it says.

    On a line of its own before the first statement it covers the file; at the end of a `def` or
    `class` line everything down to the end of the body, decorators included; at the end of any
    other line the simple statement there, or else that line.
    """
    source = parsed.source
    if parsed.tree is None:
        return NOTHING
    if stores_out_of_order() and (twice := _named_twice(parsed.tree)):
        return Suppressions(f"line {twice} assigns to a name twice, which this interpreter does in the wrong order")
    if loses_free_variables() and (line := _names_what_is_free(parsed.tree)):
        return Suppressions(f"line {line} has a variable of a function around it, which this interpreter mistakes")
    if b"noodle:" not in source:
        return NOTHING
    marks = [start for start, end in parsed.comments if _OFF.search(source, start, end)]
    if not marks:
        return NOTHING
    starts = [0, *(match.end() for match in _NEWLINE.finditer(source))]
    trailing: set[int] = set()
    alone: set[int] = set()
    line = 1
    for mark in sorted(marks):
        while line < len(starts) and starts[line] <= mark:
            line += 1
        (trailing if source[starts[line - 1] : mark].strip(b" \t\f") else alone).add(line)
    first = len(starts) + 1
    for statement in parsed.tree.body[:1]:
        first = min([statement.lineno, *(decorator.lineno for decorator in getattr(statement, "decorator_list", ()))])
    if any(line < first for line in alone):
        return Suppressions("switched off by a comment")
    ranges = {(line, line) for line in trailing}
    if trailing:
        ranges.update(found for node in _statements(parsed.tree.body) if (found := _covered(node, trailing)))
    return Suppressions(ranges=tuple(sorted(ranges)))
