"""
Do facts that are wrong get noticed? Weaken each in turn: the fixtures of the rules or a short campaign must see it.

    python tests/mutation/weaken_facts.py --sample 60 --seed 1 --programs 1500
    python tests/mutation/weaken_facts.py --kind answer

Three kinds of mutants: `answer` (a question always answered with yes, or with no), `guard` (an early exit dropped) and
`mask` (a kind of op said to have no effects). Prints what goes unnoticed, and the kill rate.
"""

from __future__ import annotations

import argparse
import ast
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from drop_refusals import TESTS, MutantFinder

ROOT = TESTS.parent
FACTS = ROOT / "noodlecore_trm" / "ir" / "facts"
DIALECT = ROOT / "noodlecore_trm" / "ir" / "dialect.py"
MISCOMPILES = TESTS / "fixtures" / "miscompiles"
_SECONDS = 600
_KILLED = {10: "fixtures", 11: "campaign"}


@dataclass(frozen=True)
class Mutant:
    """One way to weaken a file: which kind of change, the number of the place, and words for it."""

    path: Path
    kind: str
    number: int
    title: str

    @property
    def module(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def mutants() -> Iterator[Mutant]:
    for path in sorted(FACTS.glob("*.py")):
        text = path.read_text("utf-8")
        for kind in ("answer", "guard"):
            for number, title in enumerate(_titles(ast.parse(text), kind)):
                yield Mutant(path, kind, number, f"{path.name}:{title}")
    from noodlecore_trm.ir.dialect import SPECS

    for number, spec in enumerate(SPECS.values()):
        if spec.effects:
            yield Mutant(DIALECT, "mask", number, f"{spec.kind} has no effects")


def _titles(tree: ast.Module, kind: str) -> list[str]:
    if kind == "guard":
        return [f"{block[index].lineno}: without {_head(block[index])}" for block, index in _guards(tree)]
    return [f"{node.lineno}: {node.name} is {answer}" for node in _questions(tree) for answer in (True, False)]


def _head(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0][:80]


def _questions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Functions that answer with a bool."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id == "bool"
        and not node.name.startswith("__")
    ]


def _guards(tree: ast.Module) -> list[tuple[list[ast.stmt], int]]:
    """An `if` of a function that does nothing but leave: its block, and its place there."""
    found = []
    for node in ast.walk(tree):
        for block in (getattr(node, name, None) for name in ("body", "orelse")):
            for index, statement in enumerate(block if isinstance(block, list) else ()):
                if (
                    isinstance(statement, ast.If)
                    and not statement.orelse
                    and isinstance(statement.body[0], ast.Return | ast.Continue | ast.Break)
                ):
                    found.append((block, index))
    return found


def mutated(text: str, kind: str, number: int) -> ast.Module:
    """The tree of a mutant."""
    tree = ast.parse(text)
    if kind == "answer":
        question = _questions(tree)[number // 2]
        question.body = [ast.Return(ast.Constant(number % 2 == 0))]
        question.decorator_list = [each for each in question.decorator_list if ast.unparse(each) == "property"]
    elif kind == "guard":
        block, index = _guards(tree)[number]
        block[index] = ast.Pass()
    else:
        weaken = (
            f"_kind = list(SPECS)[{number}]\nSPECS[_kind] = __import__('dataclasses').replace(SPECS[_kind], effects=0)"
        )
        tree.body += ast.parse(weaken).body
    return ast.fix_missing_locations(tree)


def attempt(mutant: Mutant | None, programs: int) -> int:
    """Run the fixtures, then a campaign, in this process, with the mutant: a key of `_KILLED`, or 0."""
    sys.path[:0] = [str(TESTS), str(ROOT)]
    if mutant is not None:
        mutate = partial(mutated, kind=mutant.kind, number=mutant.number)
        sys.meta_path.insert(0, MutantFinder(mutant.module, mutant.path, mutate))
    if _in_fixtures():
        return 10
    return 11 if _in_campaign(programs) else 0


def _in_fixtures() -> bool:
    try:
        from rule_fixtures import cases, fault_in_text

        from noodlecore_trm.rules import load

        rules = load()
        return any(fault_in_text(case, rules[case.rule]) for case in cases()) or _in_miscompiles()
    except Exception:  # a crash is noticed, too
        return True


def _in_miscompiles() -> bool:
    """Whether a program comes out different that once did, or that would if a fact lied."""
    from campaign import trace
    from campaign.check import check
    from campaign.program import from_text
    from campaign.variants import Plan

    trace.prepare()
    programs = [from_text(path.read_text("utf-8")) for path in sorted(MISCOMPILES.glob("*.py"))]
    return any(
        check(program, Plan("chain", 30, program.rules, seed)).wrong for program in programs for seed in range(4)
    )


def _in_campaign(programs: int) -> bool:
    from campaign import trace
    from campaign.run import run_batch

    trace.prepare()
    try:
        return any(run_batch(1, first, 50)[1] for first in range(0, programs, 50))
    except Exception:
        return True


def run(index: int, programs: int) -> int:
    """`attempt` in a process of its own; one that does not end is noticed."""
    command = [sys.executable, __file__, "--one", str(index), "--programs", str(programs)]
    try:
        done = subprocess.run(command, timeout=_SECONDS, stdin=subprocess.DEVNULL, capture_output=True)
    except subprocess.TimeoutExpired:
        return 10
    return done.returncode if done.returncode in (0, 11) else 10


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Weaken each fact and see that something notices.")
    parser.add_argument("--kind", choices=("answer", "guard", "mask"))
    parser.add_argument("--only", default="", help="part of the mutant's title")
    parser.add_argument("--sample", type=int, help="so many mutants, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--programs", type=int, default=1500, help="programs of the short campaign")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--one", type=int, help="run one mutant in this process (-1: none)")
    given = parser.parse_args(arguments)
    everything = list(mutants())
    if given.one is not None:
        return attempt(everything[given.one] if given.one >= 0 else None, given.programs)
    if run(-1, 200):
        print("the fixtures or the campaign fail as it is")
        return 1
    chosen = [
        index
        for index, mutant in enumerate(everything)
        if given.only in mutant.title and given.kind in (None, mutant.kind)
    ]
    if given.sample is not None:
        chosen = sorted(random.Random(given.seed).sample(chosen, min(given.sample, len(chosen))))
    start = time.monotonic()
    counts = {"fixtures": 0, "campaign": 0, "nothing": 0}
    with ThreadPoolExecutor(given.jobs) as threads:
        for index, code in zip(chosen, threads.map(lambda each: run(each, given.programs), chosen), strict=True):
            killer = _KILLED.get(code, "nothing")
            counts[killer] += 1
            if killer != "fixtures":
                print(f"{killer}: {everything[index].kind} {everything[index].title}", flush=True)
    noticed = counts["fixtures"] + counts["campaign"]
    print(
        f"{len(chosen)} mutants: {counts['fixtures']} noticed by fixtures, {counts['campaign']} by the campaign, "
        f"{counts['nothing']} by nothing: {noticed / max(len(chosen), 1):.1%} ({time.monotonic() - start:.0f} s)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
