"""
The same tests against two versions of some code: is the outcome of every single test the same?

A test is *different* if the original gave it one outcome every time and the other version, at least
once, gave it another. It is *unsteady* if it came out differently between two runs of the original
itself; it then says nothing, and is reported by name. To tell the two apart, both are run again,
up to `ROUNDS` times, while a difference stands that no run of the original explains.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from table import show

OUTCOMES: Final = Path(__file__).with_name("outcomes.py")
ROUNDS: Final = 4
DIFFERENCES_SHOWN: Final = 12

Run = Callable[[], tuple[dict[str, str], str]]
"""Runs the tests once: the outcome of each test, and what went wrong with the run as a whole."""


@dataclass(slots=True)
class Tested:
    """A version of some code with its tests, run as often as somebody asks for."""

    run: Run
    rounds: list[dict[str, str]] = field(default_factory=list)
    problem: str = ""

    def outcomes(self, number: int) -> dict[str, str]:
        """Of round `number`, from 0."""
        while len(self.rounds) <= number:
            outcomes, problem = self.run()
            self.rounds.append(outcomes)
            self.problem = self.problem or problem
        return self.rounds[number]

    def seen(self, test: str) -> set[str | None]:
        """What became of a test in the rounds so far; None where it did not take place."""
        return {outcomes.get(test) for outcomes in self.rounds}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The tests of one subject against the original and another version of it."""

    subject: str
    rewrites: int
    original: dict[str, int]
    optimized: dict[str, int]
    differences: tuple[str, ...]
    unsteady: tuple[str, ...]
    problem: str

    @property
    def same(self) -> bool:
        return not self.differences and not self.problem


def compare(subject: str, rewrites: int, original: Tested, version: Tested) -> Comparison:
    """Run the tests against both, again while they differ in what the original does steadily."""
    suspects: set[str] = set()
    for number in range(ROUNDS):
        tests = original.outcomes(number).keys() | version.outcomes(number).keys()
        suspects |= {test for test in tests if original.seen(test) != version.seen(test)}
        differences = {test for test in suspects if len(original.seen(test)) == 1}
        if not differences or original.problem or version.problem:
            break
    problem = original.problem or version.problem
    if "passed" not in original.outcomes(0).values():
        problem = problem or "no test passes in the original"
    if problem:  # then there are no two sets of outcomes to compare
        suspects = differences = set()
    return Comparison(
        subject=subject,
        rewrites=rewrites,
        original=dict(Counter(original.outcomes(0).values())),
        optimized=dict(Counter(version.outcomes(0).values())),
        differences=tuple(
            f"{name}: {_words(original.seen(name))} -> {_words(version.seen(name))}" for name in sorted(differences)
        ),
        unsteady=tuple(sorted(suspects - differences)),
        problem=problem,
    )


def joined(whole: Comparison, part: Comparison) -> Comparison:
    """A comparison and that of further tests of the same subject; the problem of a part is named after it."""
    problem = f"{part.subject}: {part.problem}" if part.problem else ""
    return Comparison(
        subject=whole.subject,
        rewrites=whole.rewrites,
        original=dict(Counter(whole.original) + Counter(part.original)),
        optimized=dict(Counter(whole.optimized) + Counter(part.optimized)),
        differences=whole.differences + part.differences,
        unsteady=whole.unsteady + part.unsteady,
        problem=whole.problem or problem,
    )


def run_outcomes(
    interpreter: Sequence[str], framework: str, names: Sequence[str], cwd: Path, env: Mapping[str, str], seconds: float
) -> tuple[dict[str, str], str]:
    """Run `outcomes.py` in a fresh process: the outcome of each test, and what went wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        try:
            done = subprocess.run(
                [*interpreter, str(OUTCOMES), framework, str(report), *names],
                capture_output=True,
                text=True,
                errors="replace",
                cwd=cwd,
                env=dict(env),
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {}, f"no end after {seconds:.0f} s"
        if not report.exists():
            said = (done.stdout + done.stderr).strip().splitlines()
            return {}, said[-1] if said else f"exit {done.returncode}"
        outcomes: dict[str, str] = json.loads(report.read_text("utf-8"))["outcomes"]
    return outcomes, "" if outcomes else "no tests were found"


def _words(seen: set[str | None]) -> str:
    return " or ".join(sorted(outcome or "not run" for outcome in seen))


def show_comparisons(title: str, comparisons: Sequence[Comparison]) -> None:
    """A table, then the tests that differ and the unsteady ones by name."""
    rows = [
        [
            one.subject,
            str(one.rewrites),
            str(sum(one.original.values())),
            str(one.original.get("passed", 0)),
            str(one.optimized.get("passed", 0)),
            str(len(one.differences)),
            str(len(one.unsteady)),
            "same" if one.same else one.problem or "DIFFERENT",
        ]
        for one in comparisons
    ]
    header = ["subject", "rewrites", "tests", "passed before", "passed after", "different", "unsteady", "verdict"]
    show(title, header, rows)
    for one in comparisons:
        _show_some(f"{one.subject}: different", one.differences)
        _show_some(f"{one.subject}: unsteady in the original itself", one.unsteady)


def _show_some(title: str, lines: Sequence[str]) -> None:
    for line in lines[:DIFFERENCES_SHOWN]:
        print(f"{title}: {line}")
    if len(lines) > DIFFERENCES_SHOWN:
        print(f"{title}: and {len(lines) - DIFFERENCES_SHOWN} more")
