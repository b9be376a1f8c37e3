"""What the analysis says of calls of builtins and of their methods, held against the interpreter itself."""

from __future__ import annotations

import builtins
import contextlib
import io
import warnings
from collections.abc import Sequence
from itertools import product
from typing import Final

import pytest

from noodlecore_trm.ir.dialect import CALL, RAISE
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.atoms import Site, Tuple
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate

ARGUMENTS: Final = (
    "1", "0", "-1", "True", "2.5", "10 ** 400", "'ab'", "''", "b'x'", "None", "[1]", "[]", "()", "(2, 'a')", "{1}",
    "{'a': 1}", "range(3)",
)  # fmt: skip
FEW: Final = ("1", "-1", "2.5", "'ab'", "None", "[1]", "{'a': 1}")
RECEIVERS: Final = ("'ab'", "b'x'", "[1, 2]", "[[1]]", "(1, 'a')", "{1}", "{'a': 1}", "{}", "5", "2.5", "range(3)")
LOUD: Final = frozenset((
    "input", "breakpoint", "exit", "quit", "exec", "eval", "open", "help", "print", "__import__", "compile", "license",
    "credits", "copyright", "globals", "locals", "vars", "dir",
))  # fmt: skip
OPERATORS: Final = ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "==", "<", ">=", "in")
NAMES: Final = sorted(name for name, value in vars(builtins).items() if callable(value) and name not in LOUD)
UNNAMED: Final = frozenset(("any", "iterator", "exception"))
"""Atoms that stand for several types."""


def arguments(*, most: int = 3) -> list[str]:
    one = [(each,) for each in ARGUMENTS]
    every = [(), *one, *product(FEW, repeat=2), *product(FEW[::3], repeat=3)]
    return [", ".join(each) for each in every if len(each) <= most]


def check(calls: Sequence[str]) -> None:
    """Raises AssertionError for what is said to be silent and raises, or to give a type that it does not give."""
    source = "def f():\n" + "".join(f"    x = {call}\n" for call in calls)
    module = translate(parse_module(source.encode(), "calls"))
    function = Function(ModuleFacts(module), module.functions[0])
    statements = list(function.body.roots())
    assert len(statements) == len(calls)
    for call, statement in zip(calls, statements, strict=True):
        op = statement.operands[0]
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            try:
                value, problem = eval(call), None
            except Exception as error:
                problem = error
        if problem is not None:
            assert function.tree_effects(op) & (RAISE | CALL), f"{call} is silent, but raises {problem!r}"
            continue
        known = {each.kind if isinstance(each, Site) else each for each in function.value(op)}
        if known & UNNAMED or any(isinstance(each, Tuple) for each in known):
            continue
        assert type(value).__name__ in known, f"{call} is {value!r}, not {known}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_known_of_a_call_is_so(name: str) -> None:
    check([f"{name}({given})" for given in arguments()])


@pytest.mark.parametrize("receiver", RECEIVERS)
def test_what_is_known_of_a_method_is_so(receiver: str) -> None:
    names = [name for name in dir(eval(receiver)) if not name.startswith("__")]
    check([f"({receiver}).{name}({given})" for name in names for given in arguments(most=2)])



@pytest.mark.parametrize("operator", OPERATORS)
def test_what_is_known_of_an_operator_is_so(operator: str) -> None:
    operands = [each for each in ARGUMENTS if operator not in ("**", "<<", "*") or "**" not in each]
    check([f"({left}) {operator} ({right})" for left in operands for right in operands])


def test_what_is_known_of_other_operators_is_so() -> None:
    check([f"{operator}({operand})" for operator in ("-", "+", "~", "not ") for operand in ARGUMENTS])
    check([f"({base})[{index}]" for base in RECEIVERS for index in (*ARGUMENTS, ":", "1:", "::0", "'a':", "::-1")])
    check([f"[*{operand}]" for operand in ARGUMENTS])
    check([f'f"{{({operand}):>{width}}}"' for operand in ARGUMENTS for width in (3, "x")])
