"""`match` statements; their patterns stay text."""

from __future__ import annotations

import ast
from typing import Final

from noodlecore_trm.ir.op import NO_ATTRS, Op, Span
from noodlecore_trm.ir.shapes import names_in_pattern
from noodlecore_trm.translate.scopes import SEES_FRAMES
from noodlecore_trm.translate.translator import EXPRESSIONS, STATEMENTS, Translator, make, make_region

_LINE_ENDS: Final = frozenset("\r\n")


def _match(here: Translator, node: ast.Match, ops: list[Op]) -> None:
    subject = EXPRESSIONS[type(node.subject)](here, node.subject, ops)
    cases = [_case(here, case) for case in node.cases]
    ops.append(make("match", (subject,), NO_ATTRS, (make_region("items", cases),), here.span(node)))


def _case(here: Translator, case: ast.match_case) -> Op:
    binds: dict[str, None] = {}
    reads: dict[str, None] = {}
    for part in ast.walk(case.pattern):
        name: str | None = None
        if isinstance(part, ast.MatchAs | ast.MatchStar):
            name = part.name
        elif isinstance(part, ast.MatchMapping):
            name = part.rest
        elif isinstance(part, ast.MatchClass):
            for attribute in SEES_FRAMES.intersection(part.kwd_attrs):
                here.draft.taint(f"uses {attribute}")
        elif isinstance(part, ast.Name):
            here.draft.use(part.id)
            reads[part.id] = None
        if name is not None:
            here.draft.bind(name)
            binds[name] = None
    guard = make_region("lazy", []) if case.guard is None else here.lazy(case.guard)
    attrs = {"pattern": _text(here, case.pattern), "binds": tuple(binds), "reads": tuple(reads)}
    op = make("case", (), attrs, (guard, here.block(case.body)), _span(here, case))
    here.words |= names_in_pattern(op)
    return op


def _text(here: Translator, pattern: ast.pattern) -> str:
    text = here.text(here.span(pattern))
    # Outside the parentheses it may have stood in, a pattern has to fit on one line.
    return text if _LINE_ENDS.isdisjoint(text) else ast.unparse(pattern)


def _span(here: Translator, case: ast.match_case) -> Span:
    line = case.pattern.lineno
    start = here.line_that_begins(b"case", here.starts[line] + case.pattern.col_offset, line)
    return start, here.span(case.body[-1])[1]


STATEMENTS[ast.Match] = _match
