"""
Holds what the facts say about a program against what happens when it runs.

    python -m tests.campaign.facts --programs 1000 --seed 7
    python -m tests.campaign.facts --modules textwrap shlex --tests test.test_textwrap test.test_shlex

Every expression hands its value to a probe, which knows what the facts say of it: that it is never reached, of which
types it is and its items are, that it is not negative, that no foreign code runs while it is evaluated; and in a closed
world of which class it is, or which method. A fact that no rule uses yet is tried as well. With --modules, modules of
the standard library are probed while their tests run.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import importlib.machinery
import importlib.util
import io
import sys
import unittest
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import CodeType, ModuleType
from typing import Any, Final
from unittest.mock import patch

from noodlecore_trm.ir.dialect import CALL
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.atoms import type_name
from noodlecore_trm.ir.facts.bounds import never_negative
from noodlecore_trm.ir.facts.classes import meant
from noodlecore_trm.ir.facts.methods import find_target, kind_of
from noodlecore_trm.ir.op import Module, Op, walk
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.parse import parse_module
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.hostile import Loud

from . import trace
from .draw import draw
from .program import Program

PROBE: Final = "_fact_probe_"
PATIENCE: Final = 60
_TYPES: Final = {
    each.__name__: each
    for each in (int, bool, float, complex, str, bytes, type(None), list, tuple, set, dict, range)
}
_KINDS: Final[dict[type[ast.expr], tuple[str, ...]]] = {
    ast.Name: ("load",), ast.Attribute: ("getattr",), ast.Subscript: ("getitem",), ast.BinOp: ("binary", "fstring"),
    ast.UnaryOp: ("unary", "constant"), ast.Compare: ("compare", "chain"), ast.BoolOp: ("boolean",),
    ast.IfExp: ("select",), ast.Call: ("call",), ast.List: ("list",), ast.Tuple: ("tuple",), ast.Set: ("set",),
    ast.Dict: ("dict",), ast.ListComp: ("comprehension",), ast.SetComp: ("comprehension",),
    ast.DictComp: ("comprehension",), ast.GeneratorExp: ("comprehension",), ast.NamedExpr: ("walrus",),
    ast.JoinedStr: ("fstring",),
}  # fmt: skip
_NAMED_BY_TEXT: Final = frozenset(("super", "locals", "globals", "vars", "dir", "eval", "exec"))
"""What asks for the variables around the call, which a probe must not come between."""
_MOST_ITEMS: Final = 50

Span = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """An expression of a file, and the op that stands for it in a function."""

    file: str
    source: bytes
    function: Function
    op: Op

    def __str__(self) -> str:
        assert self.op.origin is not None
        start, end = self.op.origin
        line = self.source.count(b"\n", 0, start) + 1
        return f"{self.file}:{line}: {self.op.kind} {self.source[start:end].decode()[:60]!r}"


@dataclass(frozen=True)
class Claims:
    """
    What the facts say of a value: the types that it may have, and those of its items and values, where they are known;
    that it is not negative, and that evaluating it, its operands apart, runs no foreign code. In a closed world also
    the names of the classes of the module that it may be of, and the method that it is, if it is one of them.
    """

    types: frozenset[type] | None
    items: frozenset[type] | None
    values: frozenset[type] | None
    natural: bool
    quiet: bool
    classes: frozenset[str] = frozenset()
    method: str = ""

    @classmethod
    def of(cls, function: Function, op: Op) -> Claims:
        function.look_from(op)
        try:
            value = function.value(op)
            types = _types(value)
            holds = types is not None and types <= {list, tuple, set, dict}
            sites = [atom for atom in value if hasattr(atom, "elements")]
            of_dict = types == {dict} and len(sites) == len(value)
            return cls(
                types,
                _types(function.values.element(value)) if holds else None,
                _types(atom for site in sites for atom in site.elements) if of_dict else None,
                never_negative(function, op),
                op.kind != "call" and not function.effects(op) & CALL,
                *(_in_closed_world(function, op) if function.facts.closed_world else ()),
            )
        finally:
            function.look_from(None)


def _in_closed_world(function: Function, op: Op) -> tuple[frozenset[str], str]:
    kind = kind_of(function, op)
    owners = () if kind is None else (kind.owner,) if kind.exact else kind.owner.family()
    target = find_target(function, op.operands[0], meant(op)) if op.kind == "getattr" else None
    known = target is not None and target.member.kind == "method" and not target.check
    method = target.member if known and target is not None else None
    written = "" if method is None or method.op is None else f"{method.owner.name}.{method.op.attrs['name']}"
    return frozenset(owner.name for owner in owners), written


def _types(atoms: Iterable[Any]) -> frozenset[type] | None:
    """None if one of them is not known."""
    names = {type_name(atom) for atom in atoms}
    return frozenset(_TYPES[name] for name in names) if names <= _TYPES.keys() else None


@dataclass
class Probe:
    """What is called with the number of a place and the value there. `wrong` are the claims that do not hold."""

    places: list[Place] = field(default_factory=list)
    wrong: dict[Place, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    noted: int = 0
    """What hostile values have been asked so far."""
    _claims: dict[int, Claims] = field(default_factory=dict)
    _last: Op | None = None
    _noted_then: int = 0
    _busy: bool = False

    def __call__(self, number: int, value: Any) -> Any:
        if not self._busy:
            self._busy = True  # making claims takes code that may be probed itself
            try:
                self._look(number, value)
            finally:
                self._busy = False
        return value

    def forget(self) -> None:
        """Begin with another program; what was wrong is kept."""
        self.places.clear()
        self._claims.clear()
        self._last = None

    def _look(self, number: int, value: Any) -> None:
        place = self.places[number]
        claims = self._claims.get(number)
        if claims is None:
            claims = self._claims[number] = Claims.of(place.function, place.op)
        for text in self._faults(claims, place.op, value):
            self.wrong.setdefault(place, text)
        self._last, self._noted_then = place.op, self.noted

    def _faults(self, claims: Claims, op: Op, value: Any) -> Iterator[str]:
        self.counts["values"] += 1
        if claims.types is not None:
            self.counts["types"] += 1
            if type(value) not in claims.types:
                yield f"{_named(claims.types)}, not {type(value).__name__}"
        for known, items in ((claims.items, value), (claims.values, value.values() if type(value) is dict else ())):
            if known is not None and type(items) in (list, tuple, set, dict, type({}.values())):
                self.counts["items"] += 1
                for item in list(items)[:_MOST_ITEMS]:
                    if type(item) not in known:
                        yield f"of {_named(known)}, not of {type(item).__name__}"
        if claims.natural and type(value) is int:
            self.counts["signs"] += 1
            if value < 0:
                yield "not negative, and yet it is"
        if claims.classes:
            self.counts["classes"] += 1
            if type(value).__name__ not in claims.classes:
                yield f"of the class {' or '.join(sorted(claims.classes))}, not {type(value).__name__}"
        if claims.method:
            self.counts["methods"] += 1
            if getattr(getattr(value, "__func__", None), "__qualname__", "") != claims.method:
                yield f"the method {claims.method}, not {value!r}"
        if claims.quiet and op.operands and self._last is op.operands[-1]:
            self.counts["silences"] += 1
            if self.noted > self._noted_then:
                yield "without foreign code, some of which ran"


def _named(types: Iterable[type]) -> str:
    return " or ".join(sorted(each.__name__ for each in types)) or "never reached"


# a file with probes


class _Wrapper(ast.NodeTransformer):
    """Puts a probe around every expression whose op the facts know."""

    def __init__(self, source: bytes, known: dict[tuple[Span, str], Place], probe: Probe) -> None:
        self.known, self.probe = known, probe
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _NAMED_BY_TEXT:
            return node
        if isinstance(node, ast.JoinedStr):
            return self._wrapped(node)
        literal = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant)
        if literal and isinstance(node.right, ast.Tuple):  # it would be no tuple display any more
            node.right.elts = [self.visit(item) for item in node.right.elts]
            return self._wrapped(node)
        if isinstance(node, ast.AnnAssign):
            node.value = None if node.value is None else self.visit(node.value)
            return node
        self._inside(node)
        read = isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load)
        return self._wrapped(node) if read else node

    def _inside(self, node: ast.AST) -> None:
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "pattern"):
                continue
            if isinstance(value, list):
                setattr(node, name, [self.visit(each) if isinstance(each, ast.AST) else each for each in value])
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))

    def _wrapped(self, node: Any) -> Any:
        span = (self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset)
        found = [self.known[span, kind] for kind in _KINDS.get(type(node), ()) if (span, kind) in self.known]
        if not found:
            return node
        place = found[0]
        self.probe.places.append(place)
        number = ast.Constant(len(self.probe.places) - 1)
        return ast.copy_location(ast.Call(ast.Name(PROBE, ast.Load()), [number, node], []), node)


def probed(source: bytes, file: str, probe: Probe, *, closed_world: bool = False) -> CodeType:
    """The code of a module, with probes. Raises SyntaxError."""
    tree = ast.parse(source)
    module = translate(parse_module(source))
    wrapped = _Wrapper(source, dict(_known(module, source, file, closed_world)), probe).visit(tree)
    return compile(ast.fix_missing_locations(wrapped), file, "exec", dont_inherit=True)


def _known(module: Module, source: bytes, file: str, closed_world: bool) -> Iterator[tuple[tuple[Span, str], Place]]:
    facts = ModuleFacts(module, closed_world=closed_world)
    for definition in (None, *(op for op in walk(module.body) if op.kind == "def")):
        function = Function(facts, definition)
        if not function.scope.dynamic:
            for op in function.below:
                if op.origin is not None and op in function.values.of:
                    yield (op.origin, op.kind), Place(file, source, function, op)


# what is run


def run_program(program: Program, probe: Probe) -> None:
    """Run a program of the campaign; `trace.prepare` has been called."""
    source = program.source.encode()
    with deep_recursion():
        code = probed(source, trace.MODULE, probe, closed_world="closed_world" in program.options)
    ask = Loud.touch

    def touch(value: Loud, text: str) -> int:
        probe.noted += 1
        return ask(value, text)

    with (
        patch.object(builtins, PROBE, probe, create=True),
        patch.object(trace, "compiled_module", lambda *_: code),
        patch.object(Loud, "touch", touch),
    ):
        trace.run(program.source, program.steps, options=program.options, patience=PATIENCE)


class _Loader(importlib.machinery.SourceFileLoader):
    probe: Probe

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        with deep_recursion():
            return probed(self.get_data(path), path, self.probe)


def run_tests(modules: Sequence[str], tests: Sequence[str], probe: Probe) -> unittest.TestResult:
    """Run tests of modules, which are imported with probes: in a process of its own, as the modules keep them."""

    class Finder:
        @staticmethod
        def find_spec(name: str, path: Any = None, target: ModuleType | None = None) -> Any:
            spec = importlib.machinery.PathFinder.find_spec(name, path) if name in modules else None
            if spec is None or spec.origin is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader):
                return None
            loader = _Loader(name, spec.origin)
            loader.probe = probe
            spec.loader = loader
            return spec

    for name in modules:
        sys.modules.pop(name, None)
    setattr(builtins, PROBE, probe)
    sys.meta_path.insert(0, Finder)  # type: ignore[arg-type]
    for name in modules:
        importlib.import_module(name)
    return unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromNames(tests))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaign.facts", epilog="Exit code 1: a fact does not hold.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--programs", type=int, default=0)
    parser.add_argument("--modules", nargs="+", default=[])
    parser.add_argument("--tests", nargs="+", default=[])
    given = parser.parse_args(arguments)
    out, probe = sys.stdout, Probe()  # programs put something else into its place
    if given.programs:
        trace.prepare()
    for number in range(given.first, given.first + given.programs):
        probe.forget()
        before = len(probe.wrong)
        try:
            run_program(draw(given.seed, number).program, probe)
        except SyntaxError:
            continue
        if len(probe.wrong) > before:
            print(f"program {number} of seed {given.seed}", file=out)
    if given.tests:
        result = run_tests(given.modules, given.tests, probe)
        print(f"{result.testsRun} tests, {len(result.failures)} failed, {len(result.errors)} raised", file=out)
    for place, text in probe.wrong.items():
        print(f"{place}: {text}", file=out)
    print(", ".join(f"{count:,} {name}" for name, count in sorted(probe.counts.items())), file=out, flush=True)
    return 1 if probe.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
