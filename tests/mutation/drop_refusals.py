"""
Is every refusal needed? Drop each `return Refused(...)` in turn: the fixtures of the rule must notice.

    python tests/mutation/drop_refusals.py [RULE...]

Prints the refusals that can be dropped unnoticed and exits with 1 if there are any.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).resolve().parents[1]
SECONDS = 300


def refusals_in(path: Path) -> list[tuple[int, str]]:
    """Line and text of each `return Refused(...)`, also where Refused is one arm of what is returned."""
    return [(node.lineno, ast.unparse(node)) for node in _returns(ast.parse(path.read_text("utf-8")))]


def _returns(tree: ast.AST) -> Iterator[ast.Return]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Call) and _is_refused(node.value):
            yield node


def _is_refused(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "Refused"


class _Dropped(ast.NodeTransformer):
    def __init__(self, line: int) -> None:
        self.line = line

    def visit_Return(self, node: ast.Return) -> ast.stmt:
        if node.lineno == self.line and isinstance(node.value, ast.Call) and _is_refused(node.value):
            return ast.copy_location(ast.Pass(), node)
        return node


class _MutantLoader(Loader):
    def __init__(self, path: Path, line: int) -> None:
        self.path = path
        self.line = line

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        tree = _Dropped(self.line).visit(ast.parse(self.path.read_text("utf-8")))
        exec(compile(tree, str(self.path), "exec"), module.__dict__)


class _MutantFinder(MetaPathFinder):
    """Gives the mutant instead of the rule when it is imported."""

    def __init__(self, name: str, path: Path, line: int) -> None:
        self.name = name
        self.loader = _MutantLoader(path, line)

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.loader.path, loader=self.loader)


def rule_path(name: str) -> Path:
    import noodlecore_trm.rules

    return Path(noodlecore_trm.rules.__file__).parent / f"{name}.py"


def survives(name: str, line: int) -> bool:
    """Whether all fixtures of the rule still hold in this process, with the refusal on that line dropped."""
    sys.path.insert(0, str(TESTS))
    if line:
        sys.meta_path.insert(0, _MutantFinder(f"noodlecore_trm.rules.{name}", rule_path(name), line))
    from rule_fixtures import cases, fault_in_text

    from noodlecore_trm.rules import load

    rule = load()[name]
    for case in cases(name):
        try:
            if fault_in_text(case, rule):
                return False
        except Exception:  # a crash is noticed, too
            return False
    return True


def run_mutant(name: str, line: int) -> bool:
    """`survives` in a process of its own; one that does not end does not survive."""
    command = [sys.executable, __file__, "--one", str(line), name]
    try:
        done = subprocess.run(command, timeout=SECONDS, stdin=subprocess.DEVNULL, capture_output=True)
    except subprocess.TimeoutExpired:
        return False
    if done.returncode not in (0, 3):
        raise RuntimeError(f"the mutant of {name}:{line} could not be run:\n{done.stderr.decode()}")
    return done.returncode == 3


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Drop each refusal of the rules and see that a fixture notices.")
    parser.add_argument("rules", nargs="*", help="names of rules (all, if none is given)")
    parser.add_argument("--one", type=int, metavar="LINE", help="run one mutant in this process (0: the rule as it is)")
    given = parser.parse_args(arguments)
    if given.one is not None:
        return 3 if survives(given.rules[0], given.one) else 0
    from noodlecore_trm.rules import load

    names = given.rules or list(load())
    mutants = [(name, line, text) for name in names for line, text in [(0, ""), *refusals_in(rule_path(name))]]
    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(lambda mutant: run_mutant(mutant[0], mutant[1]), mutants))
    broken = [name for (name, line, _), held in zip(mutants, results, strict=True) if line == 0 and not held]
    survivors = [mutant for mutant, held in zip(mutants, results, strict=True) if mutant[1] and held]
    for name in broken:
        print(f"{name}: its fixtures fail as it is")
    for name, line, text in survivors:
        print(f"{name}:{line}: nothing notices when this is dropped: {text}")
    count = sum(1 for _, line, _ in mutants if line)
    print(f"{count} refusals dropped, {len(survivors)} unnoticed")
    return 1 if survivors or broken else 0


if __name__ == "__main__":
    sys.exit(main())
