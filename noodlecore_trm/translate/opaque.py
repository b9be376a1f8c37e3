"""What is not understood: kept as text, with the names in it."""

from __future__ import annotations

import ast

from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.shapes import words_of
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator, make


def _names(here: Translator, node: ast.AST) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names a node reads and those it writes, entered into the current scope."""
    reads: dict[str, None] = {}
    writes: dict[str, None] = {}
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            if isinstance(part.ctx, ast.Load):
                here.draft.use(part.id)
                reads[part.id] = None
            else:
                here.draft.bind(part.id)
                writes[part.id] = None
    return tuple(reads), tuple(writes)


def keep_statement(here: Translator, node: ast.stmt, ops: list[Op]) -> None:
    """Append a statement as text."""
    reads, writes = _names(here, node)
    span = here.span(node)
    text = here.text(span)
    here.words |= words_of(text)
    ops.append(make("opaque", (), {"text": text, "reads": reads, "writes": writes}, (), span))


def keep_unknown_statement(here: Translator, node: ast.stmt, ops: list[Op]) -> None:
    """Append a statement as text that may bind names in ways that are not known."""
    here.uncertain = f"not understood: {type(node).__name__}"
    keep_statement(here, node, ops)


def keep_expression(here: Translator, node: ast.expr, ops: list[Op]) -> Op:
    """Append an expression as text."""
    here.uncertain = f"not understood: {type(node).__name__}"
    reads, writes = _names(here, node)
    span = here.span(node)
    text = here.text(span)
    here.words |= words_of(text)
    op = make("opaque_expr", (), {"text": text, "reads": reads, "writes": writes}, (), span)
    ops.append(op)
    return op


def complete_tables() -> None:
    """Let every kind of node that no file translates, of this Python or a later one, stay text."""
    for statement in ast.stmt.__subclasses__():
        STATEMENTS.setdefault(statement, keep_unknown_statement)
    for expression in ast.expr.__subclasses__():
        EXPRESSIONS.setdefault(expression, keep_expression)
