"""Comprehensions and generator expressions."""

from __future__ import annotations

import ast
from typing import Any, Final

from noodlecore_trm.ir.op import NO_ATTRS, Op, Region
from noodlecore_trm.translate.bindings import target_region
from noodlecore_trm.translate.translator import EXPRESSIONS, Translator, make, make_region

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_TYPES: Final[dict[type[ast.expr], tuple[dict[str, Any], str]]] = {
    ast.ListComp: ({"type": "list"}, "<listcomp>"),
    ast.SetComp: ({"type": "set"}, "<setcomp>"),
    ast.DictComp: ({"type": "dict"}, "<dictcomp>"),
    ast.GeneratorExp: ({"type": "generator"}, "<genexpr>"),
}
_ASYNC: Final = ({"async": False}, {"async": True})


def _comprehension(here: Translator, node: Comprehension, ops: list[Op]) -> Op:
    attrs, name = _TYPES[type(node)]
    outermost = node.generators[0].iter
    first = EXPRESSIONS[type(outermost)](here, outermost, ops)
    draft = here.draft.open("comprehension", name)
    draft.generator = name == "<genexpr>"
    outer = here.enter(draft)
    argument = make("argument", (), NO_ATTRS, (), None)
    region = make_region("block", [argument, _clause(here, node, 0, argument)], draft.scope)
    here.enter(outer)
    op = make("comprehension", (first,), attrs, (region,), here.span(node))
    ops.append(op)
    return op


def _clause(here: Translator, node: Comprehension, index: int, iterable: Op) -> Op:
    clause = node.generators[index]
    if clause.is_async:
        here.draft.suspends()
    target = target_region(here, clause.target)
    ops: list[Op] = []
    tests = []
    for condition in clause.ifs:
        test = EXPRESSIONS[type(condition)](here, condition, ops)
        tests.append((test, ops))
        ops = []
    ops.append(_rest(here, node, index + 1, ops))
    for test, around in reversed(tests):
        around.append(make("comp_if", (test,), NO_ATTRS, (make_region("block", ops),), None))
        ops = around
    regions: tuple[Region, ...] = (target, make_region("block", ops))
    return make("comp_for", (iterable,), _ASYNC[bool(clause.is_async)], regions, None)


def _rest(here: Translator, node: Comprehension, index: int, ops: list[Op]) -> Op:
    if index < len(node.generators):
        following = node.generators[index].iter
        return _clause(here, node, index, EXPRESSIONS[type(following)](here, following, ops))
    if isinstance(node, ast.DictComp):
        key = EXPRESSIONS[type(node.key)](here, node.key, ops)
        value = EXPRESSIONS[type(node.value)](here, node.value, ops)
        return make("comp_element", (key, value), NO_ATTRS, (), None)
    element = EXPRESSIONS[type(node.elt)](here, node.elt, ops)
    return make("comp_element", (element,), NO_ATTRS, (), None)


EXPRESSIONS.update(
    {
        ast.ListComp: _comprehension,
        ast.SetComp: _comprehension,
        ast.DictComp: _comprehension,
        ast.GeneratorExp: _comprehension,
    }
)
