"""Facts held against what happens: in programs of the campaign, in the library, and that a lie is noticed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from campaign import facts, trace
from campaign.draw import draw
from campaign.program import Program

from noodlecore_trm.ir.facts import Function

ROOT = Path(__file__).parent.parent
SOURCE = """
def total(xs, x):
    count = 0
    for each in xs:
        count = count + each
    return [count, x == x]
"""
PROGRAM = Program(SOURCE, ("total([1, 2], 3)", "total([2], hostile('flicker'))", "total([1.5, -9], 'b')"))


def found(program: Program) -> set[str]:
    trace.prepare()
    probe = facts.Probe()
    facts.run_program(program, probe)
    assert probe.counts["values"] > 0
    return set(probe.wrong.values())


def test_facts_of_drawn_programs_hold() -> None:
    trace.prepare()
    probe = facts.Probe()
    for number in range(60):
        probe.forget()
        facts.run_program(draw(11, number).program, probe)
    assert not probe.wrong, "\n".join(f"{place}: {text}" for place, text in probe.wrong.items())
    assert min(probe.counts[each] for each in ("types", "items", "signs", "silences")) > 50


@pytest.mark.skipif(importlib.util.find_spec("test.test_shlex") is None, reason="there are no tests of the library")
def test_facts_of_the_library_hold_in_its_tests() -> None:
    words = ["--modules", "textwrap", "shlex", "--tests", "test.test_textwrap", "test.test_shlex"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.campaign.facts", *words], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    tests, counts = done.stdout.splitlines()
    assert tests.endswith(" tests, 0 failed, 0 raised")
    assert int(counts.partition(" values")[0].rpartition(" ")[2].replace(",", "")) > 10_000


def test_what_is_true_is_not_complained_of() -> None:
    assert found(PROGRAM) == set()


@pytest.mark.parametrize(
    ("name", "lie", "complaint"),
    [
        ("value", lambda self, op: frozenset({"int"}), "int, not list"),
        ("value", lambda self, op: frozenset(), "never reached, not int"),
        ("effects", lambda self, op: 0, "without foreign code, some of which ran"),
    ],
)
def test_a_lie_is_noticed(monkeypatch: pytest.MonkeyPatch, name: str, lie: object, complaint: str) -> None:
    monkeypatch.setattr(Function, name, lie)
    assert complaint in found(PROGRAM)


def test_a_sign_that_is_wrong_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "never_negative", lambda function, op: True)
    assert "not negative, and yet it is" in found(Program("def f(x):\n    return x\n", ("f(-1)",)))
