"""
Functions of installed distributions as programs: those that are proven to have no effects, alone with what they need.

A manifest, `[{"distribution": ..., "version": ..., "module": ..., "function": ..., "calls": [...]}, ...]`, says which;
their source is read where it is installed and is kept nowhere. The standard library is the distribution `python`.

    python -m noodlecore_trm.teacher.harvest python sympy > manifest.json

writes one: functions that rules find something in, with arguments made up by trial, in the process that counts.
"""

from __future__ import annotations

import ast
import json
import random
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.files import parse_json
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.purity import effect_free
from noodlecore_trm.ir.recursion import deep_recursion
from noodlecore_trm.parse import parse_module
from noodlecore_trm.rules import load
from noodlecore_trm.rules.listing import RuleTable, find
from noodlecore_trm.teacher.corpus import BadCorpus, Program
from noodlecore_trm.teacher.cost import Counter, Uncounted
from noodlecore_trm.translate import translate
from noodlecore_trm.validate.made_up import standing_alone

PYTHON: Final = "python"
_KEYS: Final = ("distribution", "version", "module", "function")
_LEFT_OUT: Final = frozenset(("test", "tests", "testing", "idlelib", "lib2to3", "site-packages", "turtledemo"))
_LARGEST: Final = 150_000
"""Bytes of a module that is looked into."""
_TRIALS: Final = 80
_LEAST_WORK, _MOST_WORK = 300, 200_000
_ARGUMENTS: Final = (
    "list(range(1, 40))", "[3, 1, 4, 1, 5, 9, 2, 6] * 4", "[0.5, 2.0, 1.25, 8.0] * 8", "'the quick brown fox ' * 5",
    "'a=1;b=2; c=3;' * 5", "['alpha', 'beta', 'gamma', 'delta'] * 6", "7", "30", "0", "1", "2", "12345", "2.5", "'abc'",
    "','", "None", "True", "{'a': 1, 'b': 2, 'c': 3}", "{i: i * i for i in range(30)}",
    "[(i, i + 2) for i in range(30)]", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "tuple(range(25))", "b'some bytes ' * 5",
    "[(str(i), i) for i in range(20)]", "set(range(30))", "[]",
)  # fmt: skip


def read_manifest(path: str | Path) -> tuple[list[Program], list[str]]:
    """
    The programs of a manifest, and what of it is left out here: other versions, or what is no longer proven. Raises
    BadCorpus for what is no manifest.
    """
    try:
        rows = parse_json(Path(path).read_text("utf-8"))
        wanted = [([str(row[key]) for key in _KEYS], tuple(map(str, row["calls"]))) for row in rows]
    except (OSError, ValueError, TypeError, KeyError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else " ".join(str(problem).split())
        raise BadCorpus(f"{path}: no manifest: {said}") from None
    programs, missing = [], []
    for (distribution, version, module, function), calls in wanted:
        found = None
        if version_of(distribution) == version:
            found = alone(_source_of(distribution, module), function)
        if found is None:
            missing.append(f"{distribution} {version}: {module}.{function}")
        else:
            programs.append(Program(f"harvest_{distribution}", f"{module}.{function}", found, calls))
    return programs, missing


@cache
def version_of(distribution: str) -> str:
    """The installed version; empty if it is not installed."""
    if distribution == PYTHON:
        return ".".join(map(str, sys.version_info[:3]))
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def modules_of(distribution: str) -> Iterator[tuple[str, Path]]:
    """Names and files of the modules of a distribution; none is imported for it."""
    if distribution == PYTHON:
        root = Path(sysconfig.get_path("stdlib"))
        files: Iterable[tuple[Path, Path]] = ((path.relative_to(root), path) for path in sorted(root.rglob("*.py")))
    else:
        listed = metadata.distribution(distribution).files or ()
        files = ((Path(str(each)), Path(str(each.locate()))) for each in sorted(listed, key=str))
    for inside, path in files:
        if inside.suffix == ".py" and ".." not in inside.parts and _LEFT_OUT.isdisjoint(inside.parts):
            parts = inside.with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


@cache
def _files_of(distribution: str) -> dict[str, Path]:
    return dict(modules_of(distribution))


@cache
def _source_of(distribution: str, module: str) -> bytes:
    path = _files_of(distribution).get(module)
    return b"" if path is None else path.read_bytes()


def alone(source: bytes, name: str) -> bytes | None:
    """A program of one function of a module and what it needs; None if it is not proven to have no effects."""
    found = _proven(source)
    if found is None or name not in found[1]:
        return None
    bound = {each: node for node in found[0].body for each in _names(node)}
    needed: set[ast.stmt] = set()
    waiting = [name]
    while waiting:
        node = bound.get(waiting.pop())
        if node is not None and node not in needed:
            needed.add(node)
            waiting += [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
    return ast.unparse(ast.Module([node for node in found[0].body if node in needed], [])).encode() + b"\n"


@cache
def _proven(source: bytes) -> tuple[ast.Module, set[str]] | None:
    try:
        with deep_recursion():
            names = effect_free(ModuleFacts(translate(parse_module(source))))
        return standing_alone(source, names)
    except (SyntaxError, ValueError):
        return None


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [alias.asname or alias.name.partition(".")[0] for alias in node.names]
    return [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]


def harvest(distributions: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of a manifest for what is installed here."""
    table = RuleTable(rule for rule in load().values() if not rule.needs)
    with Counter(seconds=0.5) as counter:
        for distribution in distributions:
            for module, path in modules_of(distribution):
                source = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
                found = _proven(source)
                for name in sorted(found[1]) if found else ():
                    program = alone(source, name)
                    if program is None or not _may_be_rewritten(program, name, table):
                        continue
                    calls = _calls(program, name, counter)
                    if calls:
                        row = {"distribution": distribution, "version": version_of(distribution)}
                        yield row | {"module": module, "function": name, "calls": calls}


def _may_be_rewritten(program: bytes, name: str, table: RuleTable) -> bool:
    with deep_recursion():
        module = translate(parse_module(program))
        facts = ModuleFacts(module)
        functions = (Function(facts, op) for op in module.functions)
        return any(each.scope.qualname == name and find(each, table).candidates for each in functions)


def _calls(program: bytes, name: str, counter: Counter) -> list[str]:
    """Up to two calls that return and take some work, the most of those that were tried."""
    function = next(
        node for node in ast.parse(program).body if isinstance(node, ast.FunctionDef) and node.name == name
    )
    spec = function.args
    if spec.kwonlyargs or spec.vararg or spec.kwarg:
        return []
    required = len(spec.posonlyargs) + len(spec.args) - len(spec.defaults)
    draw = random.Random(name)
    worked: dict[str, int] = {}
    for _ in range(_TRIALS):
        call = f"{name}({', '.join(draw.choices(_ARGUMENTS, k=required))})"
        if call in worked:
            continue
        try:
            worked[call] = sum(counter.count(program, [call])[0].values())
        except Uncounted:
            worked[call] = 0
    fitting = [call for call, work in worked.items() if _LEAST_WORK <= work <= _MOST_WORK]
    return sorted(fitting, key=lambda call: (-worked[call], call))[:2]


def main() -> int:
    """Write a manifest of the distributions named on the command line to standard output."""
    before = "[\n "
    for row in harvest(sys.argv[1:]):
        print(before + json.dumps(row), end="", flush=True)
        before = ",\n "
    print("\n]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
