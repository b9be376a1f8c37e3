"""
Is every refusal needed? Drop each in turn: the fixtures of the rule must notice.

    python tests/mutation/drop_refusals.py [RULE...]

Prints the refusals that can be dropped unnoticed, and exits with 1 if they are more than one in a hundred.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).resolve().parents[1]
SECONDS = 300
KILL_RATE = 0.99

Mutate = Callable[[str], ast.Module]
"""From the text of a module to the tree of a mutant."""


def refusals_in(path: Path) -> list[tuple[int, str]]:
    """Line and reason of each place that refuses: where a key of REFUSALS is written outside of that table."""
    tree = ast.parse(path.read_text("utf-8"))
    return [(place.lineno, place.value) for place, _, _ in _places(tree)]


def _places(tree: ast.Module) -> list[tuple[ast.Constant, list[ast.stmt], int]]:
    """Each refusal with the block and the position in it of the statement that makes it."""
    reasons: set[str] = set()
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Dict)
            and "REFUSALS" in ast.unparse(node.targets[0])
        ):
            reasons = {key.value for key in node.value.keys if isinstance(key, ast.Constant)}
    found = []
    for function in tree.body:
        for owner in ast.walk(function) if isinstance(function, ast.FunctionDef) else ():
            for block in (getattr(owner, name, None) for name in ("body", "orelse", "finalbody")):
                for index, statement in enumerate(block if isinstance(block, list) else ()):
                    found += [
                        (constant, block, index) for constant in _own_constants(statement) if constant.value in reasons
                    ]
    return sorted(found, key=lambda place: (place[0].lineno, place[0].col_offset))


def _binds(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def _own_constants(statement: ast.stmt) -> Iterator[ast.Constant]:
    """The constants of a statement but not of those below it."""
    pending: list[ast.AST] = [statement]
    while pending:
        for child in ast.iter_child_nodes(pending.pop()):
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child
            elif not isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
                pending.append(child)


def without_refusal(text: str, number: int) -> ast.Module:
    """The module with one refusal dropped: a return falls through, a noted reason has no consequence."""
    tree = ast.parse(text)
    constant, block, index = _places(tree)[number]
    statement = block[index]
    nothing = ast.copy_location(ast.Pass(), statement)
    if isinstance(statement, ast.Return) and isinstance(statement.value, ast.IfExp):
        arms = statement.value
        statement.value = arms.orelse if constant in ast.walk(arms.body) else arms.body
    elif isinstance(statement, ast.Return):
        block[index] = nothing
    else:
        block[:] = [nothing]
    return tree


class _MutantLoader(Loader):
    def __init__(self, path: Path, mutate: Mutate) -> None:
        self.path = path
        self.mutate = mutate

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        tree = self.mutate(self.path.read_text("utf-8"))
        exec(compile(tree, str(self.path), "exec"), module.__dict__)


class MutantFinder(MetaPathFinder):
    """Gives the mutant instead of the module when it is imported."""

    def __init__(self, name: str, path: Path, mutate: Mutate) -> None:
        self.name = name
        self.loader = _MutantLoader(path, mutate)

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.loader.path, loader=self.loader)


def rule_path(name: str) -> Path:
    import noodlecore_trm.rules

    return Path(noodlecore_trm.rules.__file__).parent / f"{name}.py"


def survives(name: str, number: int) -> bool:
    """Whether all fixtures of the rule hold in this process with its refusal of that number (none, if -1) dropped."""
    sys.path.insert(0, str(TESTS))
    if number >= 0:
        mutate = partial(without_refusal, number=number)
        sys.meta_path.insert(0, MutantFinder(f"noodlecore_trm.rules.{name}", rule_path(name), mutate))
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


def run_mutant(name: str, number: int) -> bool:
    """`survives` in a process of its own; one that does not end does not survive."""
    command = [sys.executable, __file__, "--one", str(number), name]
    try:
        done = subprocess.run(command, timeout=SECONDS, stdin=subprocess.DEVNULL, capture_output=True)
    except subprocess.TimeoutExpired:
        return False
    if done.returncode not in (0, 3):
        raise RuntimeError(f"refusal {number} of {name} could not be dropped:\n{done.stderr.decode()}")
    return done.returncode == 3


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Drop each refusal of the rules and see that a fixture notices.")
    parser.add_argument("rules", nargs="*", help="names of rules (all, if none is given)")
    parser.add_argument("--one", type=int, metavar="NUMBER", help="drop one refusal in this process (-1: none)")
    given = parser.parse_args(arguments)
    if given.one is not None:
        return 3 if survives(given.rules[0], given.one) else 0
    from noodlecore_trm.rules import load

    names = given.rules or list(load())
    jobs = [(name, number) for name in names for number in range(-1, len(refusals_in(rule_path(name))))]
    with ThreadPoolExecutor(2) as threads:
        results = list(threads.map(lambda job: run_mutant(*job), jobs))
    failures = broken = 0
    for (name, number), held in zip(jobs, results, strict=True):
        if number < 0 and not held:
            print(f"{name}: its fixtures fail as it is")
            broken += 1
        elif number >= 0 and held:
            line, reason = refusals_in(rule_path(name))[number]
            print(f"{name}:{line}: no fixture notices when {reason!r} is dropped")
            failures += 1
    dropped = len(jobs) - len(names)
    rate = 1.0 - failures / max(dropped, 1)
    print(f"{dropped} refusals of {len(names)} rules dropped, {dropped - failures} noticed: {rate:.1%}")
    return 1 if broken or rate < KILL_RATE else 0


if __name__ == "__main__":
    sys.exit(main())
