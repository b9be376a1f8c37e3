"""Text is written only where its names are the variables that the ops mean."""

from __future__ import annotations

import pytest

from noodlecore_trm.emit import EmissionError, emit
from noodlecore_trm.ir import build
from noodlecore_trm.ir.op import Module, Op, Region, clone
from noodlecore_trm.ir.rewriter import Rewriter
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.emission import emit_verified


def module_of(source: str | bytes) -> Module:
    return translate(parse_module(source))


def roots(holder: Module | Region) -> list[Op]:
    return list((holder.body if isinstance(holder, Module) else holder).roots())


def test_the_last_binding_of_a_variable_is_not_dropped() -> None:
    module = module_of("def f():\n    if 0:\n        x = 1\n    return x\n")
    dropped, _ = roots(roots(module)[0].regions[0])
    Rewriter(module).replace((dropped,), ())
    assert emit(module) == b"def f():\n    return x\n"
    with pytest.raises(EmissionError, match="names_mean_something_else"):
        emit_verified(module)


def test_a_global_is_not_moved_beside_a_variable_of_its_name() -> None:
    module = module_of("def f():\n    return x\n\ndef g(x):\n    return 1\n")
    returned, other = (roots(function.regions[0]) for function in roots(module))
    Rewriter(module).replace(tuple(other), tuple(map(clone, returned)))
    assert emit(module).endswith(b"def g(x):\n    return x\n")
    with pytest.raises(EmissionError, match="names_mean_something_else"):
        emit_verified(module)


def test_names_that_mean_the_same_are_written() -> None:
    source = "# coding: latin-1\ndef f(a):\n    b = a\n    return lambda: [b + 1 for é in c]\n".encode("latin-1")
    module = module_of(source)
    _, returned = roots(roots(module)[0].regions[0])
    both = build.block([clone(returned)]), build.block([returned])
    Rewriter(module).replace((returned,), (build.if_(build.load("a"), *both),))
    assert emit_verified(module) == emit(module) != module.source


def test_an_annotation_in_parentheses_binds_nothing() -> None:
    module = module_of("def f(xs):\n    (v): int\n    for v in xs: pass\n    return xs\n")
    loop = roots(roots(module)[0].regions[0])[1]
    Rewriter(module).replace((loop,), ())
    assert emit_verified(module) == b"def f(xs):\n    (v): int\n    return xs\n"
