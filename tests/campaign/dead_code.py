"""
Equivalence modulo inputs: change what a program never executes, and everything that is proven about it may change.

A run of the original says which statements its steps do not reach. There, statements come and go; and anywhere, a
branch is put in that no step takes. (Le, Afshari, Su: Compiler Validation via Equivalence Modulo Inputs, PLDI 2014.)
"""

from __future__ import annotations

import ast
import random
import sys
import types
from dataclasses import replace
from typing import Any

from . import trace
from .mutate import Mutation
from .program import Program

_DEAD = (
    "{a} = 'other'", "{a} = {b}", "{a} = None", "del {a}", "{a} = [{b}, {b}]", "return {a}", "{a} += {b}",
    "{a}.append({a})", "def poke():\n    nonlocal {a}\n    {a} = {c}\npoke()", "later = lambda: {a}",
    "for {a} in {b}: log({a})", "log({a})", "{a}, {b} = {b}, {a}", "raise ValueError({a})", "{a}[0] = {b}",
    "{a} = {b} = []", "import math as {a}", "{a}.x = 1", "class {a}: pass",
    "try:\n    {a} = 1\nexcept Exception as {b}:\n    pass", "with {a} as {b}: pass", "{a}.clear()",
    "while {a}: {b} = {a}", "[{a} := v for v in {b}]", "break", "continue", "{a}: int = {b}", "assert {a}",
    "{a}()", "globals()['{a}'] = {b}", "{a}.sort()", "print({a})", "{a} = iter({b})", "{a} = {a}.copy()",
)  # fmt: skip
_NEVER = (
    "if log is None:\n    pass",
    "if print is None:\n    pass",
    "while log is None:\n    pass",
    "for _ in ():\n    pass",
)


def reached(program: Program) -> frozenset[int]:
    """The lines that a run of the program executes."""
    lines: set[int] = set()

    def local(frame: types.FrameType, event: str, argument: Any) -> Any:
        lines.add(frame.f_lineno)
        return local

    def enter(frame: types.FrameType, event: str, argument: Any) -> Any:
        return local if frame.f_code.co_filename == trace.MODULE else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        trace.run(program.source, program.steps, patience=4)
    finally:
        sys.settrace(before)
    return frozenset(lines)


def with_dead_code(rng: random.Random, program: Program) -> Program:
    """The program with other dead code; the same one if nothing fits."""
    lines = reached(program) if rng.random() < 0.5 else None
    for _ in range(4):
        tree = ast.parse(program.source)
        for _ in range(rng.randint(1, 3)):
            mutation = Mutation(rng, tree, _DEAD)
            if lines is None:
                branch = mutation.filled(rng.choice(_NEVER))
                inner = mutation.filled(rng.choice(_DEAD))
                if inner:
                    branch[0].body = inner  # type: ignore[attr-defined]
                    mutation.put(mutation.places, branch)
                continue
            mutation.places = [(block, index) for block, index in mutation.places if not lines & _span(block[index])]
            rng.choice((mutation.insert, mutation.insert, mutation.delete, mutation.transplant))()
        try:
            source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
            compile(source, "program", "exec")
        except (SyntaxError, ValueError):
            continue
        return replace(program, source=source, origin=f"{program.origin}, dead code")
    return program


def _span(statement: ast.stmt) -> set[int]:
    last = statement.end_lineno
    return set() if last is None else set(range(statement.lineno, last + 1))
