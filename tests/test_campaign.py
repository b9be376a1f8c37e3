"""A small, fixed part of the campaign, and that it would notice."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from campaign import reduce, trace
from campaign.check import check
from campaign.program import Program, from_text
from campaign.run import run_batch
from campaign.variants import Plan, Variant

pytestmark = pytest.mark.usefixtures("process_of_the_campaign")


@pytest.mark.parametrize("first", range(0, 900, 150))
def test_random_programs_stay_the_same(first: int) -> None:
    found, failures = run_batch(1, first, 150)
    assert [(each.number, each.outcome.where, each.outcome.text) for each in failures] == []
    assert found.programs == 150
    assert found.ended >= 0.9 * found.programs
    assert found.changed >= 30


def test_a_program_survives_as_text() -> None:
    source = "# a comment\ndef f(x):\n    return x\n"
    program = Program(source[12:], ("f(1)", "f = 2"), frozenset({"closed_world"}), ("a_rule", "other"))
    assert from_text(program.as_text()) == program


MISCOMPILES = Path(__file__).parent / "fixtures" / "miscompiles"
CHANGES = {
    "value": ("return x + y", "return y + x", 'f("a", "b")'),
    "type": ("return x + y", "return float(x + y)", "f(1, 2)"),
    "sign of zero": ("return x", "return abs(x)", "f(-0.0, 2)"),
    "identity": ("return x", "return list(x)", "(lambda z: f(z, 1) is z)([1])"),
    "aliasing": ("return [x, x]", "return [x, x[:]]", "f([1], 2)"),
    "argument": ("x.append(y)", "x[:] = [y]", "f([1], 2)"),
    "exception": ("return x[y]", "return x[int(y)]", 'f([1], "a")'),
    "order of effects": ("return x + 1, y + 1", "z = y + 1; return x + 1, z", 'f(hostile("loud"), hostile("loud"))'),
    "output": ("print(x, y)", "print(x)", "f(1, 2)"),
    "yields": ("yield x; x.append(y); yield x", "x.append(y); yield x; yield x", "f([1], 2)"),
    "a global": ("global g; g = x", "pass", "f(1, 2)"),
    "end": ("return x", "while True: pass", "f(1, 2)"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_difference_is_noticed(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after, step = CHANGES[what]
    program = Program(f"g = 0\ndef f(x, y):\n    {before}\n", (step,))
    changed = f"g = 0\ndef f(x, y):\n    {after}\n"
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(changed, ("invented",)))
    outcome = check(program, Plan("classic"))
    assert outcome.verdict == "different", outcome


def test_what_is_the_same_is_not_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program("def f(x):\n    return x + x\n", ("f([1, (2.5, 'a')])", "f(hostile('loud'))", "f()"))
    monkeypatch.setattr(
        "campaign.check.rewrite", lambda *_: Variant("def f(x):\n    y = x\n    return y + y\n", ("r",))
    )
    assert check(program, Plan("classic")).verdict == "same"


def test_who_lists_a_namespace_says_nothing_of_private_names(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program("def f():\n    return list(globals())\n", ("f()",))
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(f"{program.source}_f = 1\n", ("r",)))
    assert check(program, Plan("classic")).verdict == "same"
    other = program.source.replace("list", "tuple")
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(other, ("r",)))
    assert check(program, Plan("classic")).verdict == "different"


def test_who_looks_at_frames_does_not_see_those_of_comprehensions(monkeypatch: pytest.MonkeyPatch) -> None:
    looking = "import sys\ndef above(): return sys._getframe(1).f_code.co_name\ndef called(): return above()\n"
    loop = looking + "def f():\n    out = []\n    for _ in range(2): out.append(above() + called())\n    return out\n"
    program = Program(loop, ("f()",))
    joined = looking + "def f():\n    return [above() + called() for _ in range(2)]\n"
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(joined, ("r",)))
    assert check(program, Plan("classic")).verdict == "same"
    inlined = joined.replace("+ called()", "+ above()")
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(inlined, ("r",)))
    assert check(program, Plan("classic")).verdict == "different"
    assert "fcalled" in "".join(trace.run(loop, program.steps).lines)
    assert sys._getframe.__module__ == "sys"


def test_a_hostile_value_rebinds_what_functions_declare_global(monkeypatch: pytest.MonkeyPatch) -> None:
    declaring = "def f(x):\n    for _ in x: pass\ndef g():\n    global f\n"
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(declaring.replace("global f", "pass"), ("r",)))
    program = Program(declaring, ('f(hostile("rebinder"))', "f(1)"))
    assert check(program, Plan("classic")).verdict == "same"
    assert "rebound_f" in "".join(trace.run(declaring, program.steps).lines)


def test_hostile_values_rebind_the_same_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    after = "def f(x):\n    for _ in x: pass\ndef _bind():\n    global i\n    i = 1\n_bind()\n"
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(after, ("r",)))
    program = Program(after[: after.index("def _bind")] + "i = 1\n", ('f(hostile("rebinder"))',))
    assert check(program, Plan("classic")).verdict == "same"


@pytest.mark.parametrize("times", [1, 9])  # labels of sums of many are shortened
def test_what_hostile_values_tell_of_floats_is_taken_roughly_where_floats_are(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    before, after = (f"def f(x):\n    for _ in range({times}): x = x + ({sum})\n" for sum in ("0.1 + 0.2", "0.3"))
    program = Program(before, ('f(hostile("flicker"))',), frozenset({"fp_relaxed"}))
    monkeypatch.setattr("campaign.check.rewrite", lambda *_: Variant(after, ("r",)))
    assert check(program, Plan("classic")).verdict == "same"
    assert check(replace(program, options=frozenset()), Plan("classic")).verdict == "different"


@pytest.mark.parametrize("path", sorted(MISCOMPILES.glob("*.py")), ids=lambda path: path.stem)
def test_what_was_once_miscompiled(path: Path) -> None:
    """Each was found by the campaign, made small by the reducer, and is the same now whatever is done to it."""
    program = from_text(path.read_text("utf-8"))
    plans = [Plan("chain", 30, program.rules, seed) for seed in range(4)]
    plans += [Plan("chain", 1, program.rules, seed) for seed in range(4)]
    for plan in [Plan("classic"), Plan("whole"), *plans]:
        outcome = check(program, plan)
        assert not outcome.wrong, f"{plan}: {outcome.where}\n{outcome.text}"
        assert outcome.verdict != "inconclusive"


def test_a_failing_program_is_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    source = """
def total(values, step):
    result = 0
    for value in values:
        if value > step:
            result += max(value, step)
        else:
            result -= 1
    return result
"""

    def broken(text: str, *_: object) -> Variant:
        return Variant(text.replace("max(", "min("), ("broken",))

    monkeypatch.setattr("campaign.check.rewrite", broken)
    program = Program(source, ("total([1, 5, 3], 2)", "total([], 2)", "print('nothing')"))
    smallest, _, outcome = reduce.reduced(program, Plan("classic"), False)
    assert outcome.verdict == "different"
    assert len(smallest.steps) == 1
    assert "max(" in smallest.source
    assert len(smallest.source.splitlines()) <= 5
