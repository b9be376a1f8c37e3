"""Facts held against what happens: in programs of the campaign, in the library, and that a lie is noticed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from campaign import facts
from campaign.draw import draw
from campaign.program import Program, from_text

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.facts.instances import Kind

pytestmark = pytest.mark.usefixtures("process_of_the_campaign")
ROOT = Path(__file__).parent.parent
MISCOMPILES = ROOT / "tests" / "fixtures" / "miscompiles"
SOURCE = """
def total(xs, x):
    count = 0
    for each in xs:
        count = count + each
    return [count, x == x]
"""
PROGRAM = Program(SOURCE, ("total([1, 2], 3)", "total([2], hostile('flicker'))", "total([1.5, -9], 'b')"))


def found(program: Program) -> set[str]:
    probe = facts.Probe()
    facts.run_program(program, probe)
    assert probe.counts["values"] > 0
    return set(probe.wrong.values())


def test_facts_of_programs_hold() -> None:
    """Drawn ones, and those that once came out different."""
    probe = facts.Probe()
    once = [from_text(path.read_text("utf-8")) for path in sorted(MISCOMPILES.glob("*.py"))]
    for program in (*(draw(11, number).program for number in range(60)), *once):
        probe.forget()
        with suppress(SyntaxError):
            facts.run_program(program, probe)
    assert not probe.wrong, "\n".join(f"{place}: {text}" for place, text in probe.wrong.items())
    assert min(probe.counts[each] for each in ("types", "items", "signs", "silences", "classes")) > 50


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


def test_a_class_that_is_wrong_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "class A:\n    def m(self):\n        return 1\ndef f(a):\n    return a.m()\ndef g():\n    return f(A())\n"
    program = Program(source, ("g()",), frozenset({"closed_world"}))
    assert found(program) == set()

    def lie(function: Function, op: object) -> Kind:
        owner = function.facts.classes.get("A")
        assert owner is not None
        return Kind(owner, True)

    monkeypatch.setattr(facts, "kind_of", lie)
    assert any(text.startswith("of the class A, not ") for text in found(program))
