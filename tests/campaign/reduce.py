"""
A failing program, made as small as possible while it still fails.

The reducers on the package index take text apart; one that knows statements and expressions needs a tenth of the
tries, and each of its tries is a program.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from .check import Outcome, check
from .program import Program
from .variants import Plan

_SECONDS = 60.0
_PLAIN = ("0", "1", "[]", "''", "None", "[1, 2]")

Edit = Callable[[], Callable[[], None]]
"""Makes a change and returns what takes it back."""


def reduced(program: Program, plan: Plan, watch: bool, seconds: float = _SECONDS) -> tuple[Program, Plan, Outcome]:
    """A smaller program, a plan with fewer rules, and what becomes of it. It fails as the given one does."""
    outcome = check(program, plan, watch=watch)
    verdict = outcome.verdict
    for simpler in _plans(plan, outcome.rules):
        found = check(program, simpler, watch=watch)
        if found.verdict == verdict:
            plan, outcome = simpler, found
            break
    reduction = _Reduction(program, plan, watch, verdict, time.monotonic() + seconds)
    reduction.run()
    smallest = reduction.program
    for calm in (False, watch):
        outcome = check(smallest, reduction.plan, watch=calm)
        if outcome.verdict == verdict:
            break
    return smallest, reduction.plan, outcome


def _plans(plan: Plan, rules: tuple[str, ...]) -> Iterator[Plan]:
    """The plan with fewer rules: each alone, then all that were applied."""
    names = tuple(dict.fromkeys(rules))
    for name in reversed(names):
        for steps in (1, 30):
            yield Plan("chain", steps, (name,), 0)
    for seed in range(8):
        yield Plan("chain", 30, names, seed)
    if plan.kind != "chain":
        yield replace(plan, rules=names)


class _Reduction:
    def __init__(self, program: Program, plan: Plan, watch: bool, verdict: str, deadline: float) -> None:
        self.program = program
        self.plan = plan
        self.watch = watch
        self.verdict = verdict
        self.deadline = deadline

    def fails(self, program: Program) -> bool:
        """Whether it still fails; a chain of several rules may need another seed then."""
        seeds = range(4) if len(self.plan.rules) > 1 and self.plan.kind == "chain" else (self.plan.seed,)
        for seed in seeds:
            plan = replace(self.plan, seed=seed)
            try:
                if check(program, plan, watch=self.watch).verdict == self.verdict:
                    self.plan = plan
                    return True
            except (SyntaxError, ValueError):
                return False
        return False

    def run(self) -> None:
        size = None
        while size != len(self.program.as_text()) and time.monotonic() < self.deadline:
            size = len(self.program.as_text())
            self.drop_steps()
            self.shrink_source()
            self.shrink_steps()

    def drop_steps(self) -> None:
        for index in reversed(range(len(self.program.steps))):
            steps = self.program.steps
            fewer = replace(self.program, steps=(*steps[:index], *steps[index + 1 :]))
            if self.fails(fewer):
                self.program = fewer

    def shrink_source(self) -> None:
        self.shrink(self.program.source, lambda text: replace(self.program, source=text))

    def shrink_steps(self) -> None:
        for index in range(len(self.program.steps)):
            steps = self.program.steps

            def with_step(text: str, index: int = index, steps: tuple[str, ...] = steps) -> Program:
                return replace(self.program, steps=(*steps[:index], text.strip(), *steps[index + 1 :]))

            self.shrink(steps[index], with_step)

    def shrink(self, text: str, program: Callable[[str], Program]) -> None:
        """Make every change that leaves the program failing, the large ones first."""
        tree = ast.parse(text)
        progress = True
        while progress and time.monotonic() < self.deadline:
            progress = False
            for edit in list(_edits(tree)):
                undo = edit()
                try:
                    smaller = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
                    ast.parse(smaller)
                except (SyntaxError, ValueError, AttributeError):
                    undo()
                    continue
                if len(smaller) < len(text) and self.fails(program(smaller)):
                    text, progress = smaller, True
                    self.program = program(smaller)
                else:
                    undo()
                if time.monotonic() > self.deadline:
                    break
            tree = ast.parse(text)


def _edits(tree: ast.Module) -> Iterator[Edit]:
    """Statements dropped and unwrapped, then parts of expressions, from the outside inwards."""
    nodes = list(ast.walk(tree))
    for node in nodes:
        for name in ("body", "orelse", "finalbody", "handlers", "decorator_list", "cases"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                for statement in reversed(block):
                    yield _dropped(block, statement)
                    for inner in ("body", "orelse", "finalbody"):
                        inside = getattr(statement, inner, None)
                        if isinstance(inside, list) and isinstance(statement, ast.stmt):
                            yield _replaced_in(block, statement, inside)
    for node in nodes:
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and not isinstance(getattr(value, "ctx", None), ast.Store):
                for child in ast.iter_child_nodes(value):
                    if isinstance(child, ast.expr):
                        yield _set(node, name, child)
                if len(ast.unparse(value)) > 1:
                    for plain in _PLAIN:
                        yield _set(node, name, ast.parse(plain, mode="eval").body)
            elif isinstance(value, list) and value and isinstance(value[0], ast.expr | ast.comprehension | ast.keyword):
                for item in reversed(value):
                    yield _dropped(value, item)
                    if isinstance(item, ast.expr):
                        for child in ast.iter_child_nodes(item):
                            if isinstance(child, ast.expr):
                                yield _replaced_in(value, item, [child])
        if isinstance(node, ast.FunctionDef | ast.Lambda | ast.AsyncFunctionDef):
            for argument in reversed(node.args.args):
                yield _dropped(node.args.args, argument)
            for default in reversed(node.args.defaults):
                yield _dropped(node.args.defaults, default)


def _dropped(block: list[ast.AST], item: ast.AST) -> Edit:
    return _replaced_in(block, item, [])


def _replaced_in(block: list[ast.AST], item: ast.AST, new: list[ast.AST]) -> Edit:
    def edit() -> Callable[[], None]:
        kept = list(block)
        index = next((place for place, each in enumerate(block) if each is item), None)
        if index is not None:
            block[index : index + 1] = new
            if not block and isinstance(item, ast.stmt):
                block.append(ast.Pass())

        def undo() -> None:
            block[:] = kept

        return undo

    return edit


def _set(node: ast.AST, name: str, new: ast.AST) -> Edit:
    def edit() -> Callable[[], None]:
        old = getattr(node, name)
        setattr(node, name, new)
        return lambda: setattr(node, name, old)

    return edit
