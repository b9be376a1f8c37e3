"""
Counters put into a program's syntax tree, and what they have counted.

Counting in the tree is exact on every version of Python. (Byte code of 3.11 gives all jumps of an `if` statement the
position of the statement, so that tracing cannot tell its operands apart; see decision 7.) A counter is one call of a
method written in C; no expression is evaluated twice, and none in another order. Standard library only: this runs in
the user's program.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from collections.abc import Callable
from itertools import count, islice
from typing import Any, Final, TypeVar

NAME: Final = "__noodle__"
"""The builtin that holds the counters of all instrumented files."""

_SAMPLES: Final = 32
_ELEMENTS: Final = 20
_CALLS: Final = 4
_LARGEST: Final = 4000
_LITERALS: Final = frozenset((int, str, bytes, bool, type(None)))
_SEQUENCES: Final = frozenset((list, tuple, set, frozenset))
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)


class Tally:
    """A counter: calling `hit` counts one, and `read` says how many there were."""

    __slots__ = ("_count", "_reads", "hit")

    def __init__(self) -> None:
        self._count = count()
        self._reads = 0
        self.hit: Callable[[], int] = self._count.__next__

    def read(self) -> int:
        hits = next(self._count) - self._reads
        self._reads += 1
        return hits


class Loop:
    """Turns of one loop. Turns of a loop that is entered anew while it runs, as by recursion, count for the newer."""

    __slots__ = ("_before", "entries", "greatest", "header", "least", "line", "tally")

    def __init__(self, header: str, line: int) -> None:
        self.header = header
        self.line = line
        self.tally = Tally()
        self.entries = 0
        self.least: int | None = None
        self.greatest = 0
        self._before = 0

    def enter(self) -> None:
        if self.entries:
            self.close()
        self.entries += 1

    def close(self) -> None:
        now = self.tally.read()
        turns = now - self._before
        self._before = now
        if self.least is None or turns < self.least:
            self.least = turns
        if turns > self.greatest:
            self.greatest = turns

    def to_dict(self) -> dict[str, Any]:
        if self.entries:
            self.close()
        return {
            "line": self.line,
            "header": self.header,
            "entries": self.entries,
            "turns": self.tally.read(),
            "least": self.least or 0,
            "greatest": self.greatest,
        }


class Branch:
    """How often a test came out true and false."""

    __slots__ = ("line", "no", "test", "yes")

    def __init__(self, test: str, line: int, yes: Callable[[], int], no: Callable[[], int]) -> None:
        self.test = test
        self.line = line
        self.yes = yes
        self.no = no

    def to_dict(self) -> dict[str, Any]:
        return {"line": self.line, "test": self.test, "true": self.yes(), "false": self.no()}


class Entered:
    """Calls of one function: how many, exact types of its arguments for some of them, a few calls as text."""

    def __init__(self, qualname: str, line: int, parameters: tuple[str, ...], callable_by_name: bool) -> None:
        self.qualname = qualname
        self.line = line
        self.parameters = parameters
        self.callable_by_name = callable_by_name
        self.calls = 0
        self.types: list[Counter[str]] = [Counter() for _ in parameters]
        self.texts: list[str] = []
        self.loops: list[Loop] = []
        self.branches: list[Branch] = []
        self._next = 1
        self._next_text = 1

    def enter(self, *values: object) -> None:
        self.calls += 1
        if self.calls < self._next:
            return
        # the first calls, then ever fewer
        self._next = self.calls + 1 if self.calls < _SAMPLES else self.calls + self.calls // 8
        for counted, value in zip(self.types, values, strict=True):
            counted[described(value)] += 1
        if self.callable_by_name and self.calls >= self._next_text and len(self.texts) < _CALLS:
            self._next_text *= 10
            left = [_LARGEST]
            if all(_is_literal(value, left) for value in values):
                text = f"{self.qualname}({', '.join(map(repr, values))})"
                if text not in self.texts:
                    self.texts.append(text)

    def to_dict(self) -> dict[str, Any]:
        loops = [loop.to_dict() for loop in self.loops]
        return {
            "line": self.line,
            "calls": self.calls,
            "work": self.calls + sum(loop["turns"] for loop in loops),
            "parameters": dict(zip(self.parameters, map(dict, self.types), strict=True)),
            "loops": loops,
            "branches": [branch.to_dict() for branch in self.branches],
            "examples": self.texts,
        }


_MODULE = type.__dict__["__module__"].__get__
_QUALNAME = type.__dict__["__qualname__"].__get__


def _name(kind: type) -> str:
    """The full name of a class, without asking its metaclass."""
    module = _MODULE(kind)
    name: str = _QUALNAME(kind)
    return name if module == "builtins" or type(module) is not str else f"{module}.{name}"


def described(value: object) -> str:
    """The exact type of a value, with that of the first elements of a list, tuple or set if it is one and the same."""
    kind = type(value)
    if kind in _SEQUENCES:
        try:
            found = {type(element) for element in islice(value, _ELEMENTS)}  # type: ignore[call-overload]
        except RuntimeError:  # another thread changes it
            found = set()
        if len(found) == 1:
            return f"{kind.__name__}[{_name(found.pop())}]"
    return _name(kind)


def _is_literal(value: object, left: list[int], depth: int = 5) -> bool:
    """Whether `repr` of a value is a literal of it, not too long or deep; `left` is the room that remains."""
    kind = type(value)
    left[0] -= len(value) if isinstance(value, str | bytes) and kind in _LITERALS else 1
    if left[0] < 0 or depth == 0:
        return False
    if kind is int:
        return abs(value) < 10**50  # type: ignore[arg-type]
    if kind in _LITERALS:
        return True
    if kind is float:
        return value == value and value not in (float("inf"), float("-inf"))
    if kind is list or kind is tuple:
        return all(_is_literal(each, left, depth - 1) for each in list(value))  # type: ignore[call-overload]
    if kind is dict:
        pairs = list(value.items())  # type: ignore[attr-defined]
        return all(_is_literal(each, left, depth - 1) for pair in pairs for each in pair)
    return False


Node = TypeVar("Node", bound=ast.AST)


class Probes(ast.NodeTransformer):
    """Puts counters into the tree of one file; `functions` says what each has counted, by qualified name."""

    def __init__(self, counters: list[Callable[..., object]]) -> None:
        self.counters = counters
        self.functions: dict[str, Entered] = {}
        self._around: list[tuple[str, bool]] = []  # name, whether it is a function
        self._entered: list[Entered] = []

    def run(self, tree: ast.Module) -> ast.Module:
        module = Entered("<module>", 1, (), False)
        self.functions["<module>"] = module
        self._entered.append(module)
        tree.body = self._block(tree.body)
        self._begin(tree.body, self._call(module.enter, tree.body[0]) if tree.body else None)
        return ast.fix_missing_locations(tree)

    # the counting expressions

    def _call(self, counter: Callable[..., object], at: ast.AST, *arguments: ast.expr) -> ast.expr:
        self.counters.append(counter)
        held = ast.Subscript(ast.Name(NAME, ast.Load()), ast.Constant(len(self.counters) - 1), ast.Load())
        return _located(ast.Call(held, list(arguments), []), at)

    def _statement(self, counter: Callable[..., object], at: ast.AST) -> ast.stmt:
        return _located(ast.Expr(self._call(counter, at)), at)

    def _then(self, counter: Callable[..., object], value: ast.expr) -> ast.expr:
        """`value`, counted before it is evaluated."""
        pair = ast.Tuple([self._call(counter, value), value], ast.Load())
        return _located(ast.Subscript(pair, ast.Constant(1), ast.Load()), value)

    def _first(self, counter: Callable[..., object], test: ast.expr) -> ast.expr:
        """
        `test`, counted before anything in it is evaluated.

        The counter goes to the operand that is evaluated first: a tuple around the whole of `a and b` would have
        its value tested once more than the jumps that are compiled for it do.
        """
        match test:
            case ast.BoolOp():
                test.values[0] = self._first(counter, test.values[0])
            case ast.UnaryOp(op=ast.Not()):
                test.operand = self._first(counter, test.operand)
            case ast.Compare():
                test.left = self._then(counter, test.left)
            case ast.IfExp():
                test.test = self._first(counter, test.test)
            case _:
                return self._then(counter, test)
        return test

    @staticmethod
    def _begin(body: list[ast.stmt], call: ast.expr | None) -> None:
        """Put a call behind the docstring and the imports from `__future__`."""
        if call is None:
            return
        place = 0
        if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            place = 1
        while place < len(body):
            statement = body[place]
            if not isinstance(statement, ast.ImportFrom) or statement.module != "__future__":
                break
            place += 1
        body.insert(place, _located(ast.Expr(call), body[0]))

    def _block(self, body: list[ast.stmt]) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for statement in body:
            before: list[ast.stmt] = []
            if isinstance(statement, ast.For | ast.AsyncFor | ast.While):
                test = statement.test if isinstance(statement, ast.While) else statement.iter
                loop = Loop(ast.unparse(test), statement.lineno)
                self._entered[-1].loops.append(loop)
                before.append(self._statement(loop.enter, statement))
                changed = self.visit(statement)
                changed.body.insert(0, self._statement(loop.tally.hit, statement.body[0]))
            else:
                changed = self.visit(statement)
            found += [*before, changed]
        return found

    # scopes

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.args.defaults = [self.visit(each) for each in node.args.defaults]
        node.args.kw_defaults = [None if each is None else self.visit(each) for each in node.args.kw_defaults]
        qualname = self._qualname(node.name)
        plain = [*node.args.posonlyargs, *node.args.args]
        parameters = tuple(each.arg for each in (*plain, *node.args.kwonlyargs))
        simple = not (node.args.kwonlyargs or node.args.vararg or node.args.kwarg)
        by_name = not self._around and simple and isinstance(node, ast.FunctionDef) and not node.decorator_list
        entered = Entered(qualname, node.lineno, parameters, by_name)
        self.functions.setdefault(qualname, entered)
        self._around.append((node.name, True))
        self._entered.append(entered)
        node.body = self._block(node.body)
        arguments: list[ast.expr] = [ast.Name(name, ast.Load()) for name in parameters]
        self._begin(node.body, self._call(entered.enter, node.body[0], *arguments))
        self._entered.pop()
        self._around.pop()
        return node

    visit_FunctionDef = _function
    visit_AsyncFunctionDef = _function

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.bases = [self.visit(each) for each in node.bases]
        self._around.append((node.name, False))
        node.body = self._block(node.body)
        self._around.pop()
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node

    def _qualname(self, name: str) -> str:
        parts = []
        for around, is_function in self._around:
            parts += [around, "<locals>"] if is_function else [around]
        return ".".join([*parts, name])

    # blocks

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for name, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(node, name, self._block(value))
            elif isinstance(value, list):
                value[:] = [self.visit(each) if isinstance(each, ast.AST) else each for each in value]
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        if isinstance(node.test, ast.Constant):
            return self.generic_visit(node)
        yes, no = Tally(), Tally()
        self._entered[-1].branches.append(Branch(ast.unparse(node.test), node.lineno, yes.read, no.read))
        self.generic_visit(node)
        node.body.insert(0, self._statement(yes.hit, node.body[0]))
        node.orelse.insert(0, self._statement(no.hit, node.orelse[0] if node.orelse else node))
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Count how often each operand is asked; all but the last come out as that says."""
        texts = [ast.unparse(value) for value in node.values]
        self.generic_visit(node)
        asked = [Tally() for _ in node.values]
        for text, value, here, after in zip(texts, node.values, asked, asked[1:], strict=False):
            going_on = after.read
            stopping = _difference(here, after)
            yes, no = (going_on, stopping) if isinstance(node.op, ast.And) else (stopping, going_on)
            self._entered[-1].branches.append(Branch(text, value.lineno, yes, no))
        node.values = [self._first(tally.hit, value) for tally, value in zip(asked, node.values, strict=True)]
        return node

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> ast.AST:
        loops = [Loop(ast.unparse(clause.iter), clause.iter.lineno) for clause in node.generators]
        self._entered[-1].loops += loops
        self.generic_visit(node)
        for clause, loop in zip(node.generators, loops, strict=True):
            clause.iter = self._then(loop.enter, clause.iter)
            turn = ast.Compare(self._call(loop.tally.hit, clause.iter), [ast.IsNot()], [ast.Constant(None)])
            clause.ifs.insert(0, _located(turn, clause.iter))
        return node

    visit_ListComp = _comprehension
    visit_SetComp = _comprehension
    visit_DictComp = _comprehension
    visit_GeneratorExp = _comprehension


def _difference(larger: Tally, smaller: Tally) -> Callable[[], int]:
    return lambda: larger.read() - smaller.read()


def _located(node: Node, at: ast.AST) -> Node:
    for each in ast.walk(node):
        if not hasattr(each, "lineno") and isinstance(each, ast.expr | ast.stmt):
            ast.copy_location(each, at)
    return node


def install() -> list[Callable[..., object]]:
    """The list of counters, held by a builtin of its own name."""
    counters: list[Callable[..., object]] = []
    setattr(builtins, NAME, counters)
    return counters
