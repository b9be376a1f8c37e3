"""The rewriter: what it refuses, and that it can take everything back."""

from __future__ import annotations

import pytest

from noodlecore_trm.emit import emit
from noodlecore_trm.ir import build as make
from noodlecore_trm.ir.op import Module, Op, walk
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter
from noodlecore_trm.ir.text import same
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

SOURCE = b"def f(x):\n    for i in x:\n        y = i + 1\n        print(y)\n    return x\n"


def module() -> Module:
    return translate(parse_module(SOURCE))


def first(of: Module, kind: str) -> Op:
    return next(op for op in walk(of.body) if op.kind == kind)


def test_a_replacement_can_be_taken_back() -> None:
    changed, untouched = module(), module()
    rewriter = Rewriter(changed)
    mark = rewriter.mark()
    rewriter.replace((first(changed, "binary"),), (make.constant(7),))
    rewriter.replace((first(changed, "return"),), (make.return_(make.constant(None)),))
    assert emit(changed) != SOURCE
    rewriter.rollback(mark)
    assert same(changed, untouched)
    assert emit(changed) == SOURCE


def test_what_was_taken_back_can_be_made_again() -> None:
    changed, untouched = module(), module()
    rewriter = Rewriter(changed)
    scope = changed.functions[0].regions[0].scope
    assert scope is not None
    mark = rewriter.mark()
    rewriter.declare(scope, "made", "local")
    rewriter.replace((first(changed, "binary"),), (make.constant(7),))
    rewriter.replace((first(changed, "for"),), (Op("pass"), first(changed, "for")))
    after = emit(changed)
    undone = rewriter.rollback(mark)
    assert "made" not in scope.slots
    other = rewriter.mark()
    rewriter.replace((first(changed, "for"),), (Op("pass"),))
    rewriter.rollback(other)
    rewriter.redo(undone)
    assert scope.slots["made"] == "local"
    assert emit(changed) == after
    rewriter.rollback(mark)
    assert same(changed, untouched)
    assert emit(changed) == SOURCE


def test_an_op_that_is_gone_cannot_be_replaced() -> None:
    changed = module()
    rewriter = Rewriter(changed)
    inside = first(changed, "binary")
    rewriter.replace((first(changed, "for"),), (Op("pass"),))
    with pytest.raises(RewriteError, match="no longer in the module"):
        rewriter.replace((inside,), (make.constant(7),))
    assert b"7" not in emit(changed)


def test_an_op_cannot_stand_in_two_places() -> None:
    changed = module()
    value = make.constant(1)
    with pytest.raises(RewriteError, match="two places"):
        Rewriter(changed).replace((first(changed, "return"),), (make.expression(value), make.return_(value)))
    assert emit(changed) == SOURCE


def test_statements_have_to_be_neighbours() -> None:
    changed = module()
    loop, end = first(changed, "for"), first(changed, "return")
    with pytest.raises(RewriteError):
        Rewriter(changed).replace((end, loop), (Op("pass"),))
    assert emit(changed) == SOURCE


def test_an_op_knows_its_place_also_after_a_change() -> None:
    module = translate(parse_module(b"a = 1\nb = 2\nc = 3\n"))
    body = module.body
    rewriter = Rewriter(module)
    mark = rewriter.mark()
    first, second, third = body.roots()
    assert [body.index(op) for op in body.ops] == list(range(len(body.ops)))
    rewriter.replace((first,), (Op("pass"), Op("pass"), Op("pass")))
    assert [body.index(op) for op in body.ops] == list(range(len(body.ops)))
    assert list(body.after(second)) == body.ops[body.ops.index(second) + 1 :]
    rewriter.rollback(mark)
    assert [body.index(op) for op in (first, second, third)] == [body.ops.index(op) for op in (first, second, third)]
    body.append(Op("pass"))
    assert list(body.after(third)) == body.ops[-1:]
