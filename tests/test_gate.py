"""The gate: what it asks the clock, and what it keeps."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from noodlecore_trm.choosers.guards import guard_cost
from noodlecore_trm.gate import ALL, Attempt, Place, admit, admit_whole
from noodlecore_trm.validate.bounds import TimeVerdict, judge
from noodlecore_trm.validate.clock import Clock
from noodlecore_trm.validate.timing import reached, time_tests

ORIGINAL = b"0"
GAINS = {("f", "one"): 1.5, ("f", "two"): 1.2, ("g", "one"): 1.1}


def version(without: frozenset[Place], gains: dict[Place, float]) -> Attempt:
    left = {place for place in gains if place not in without and (place[0], ALL) not in without}
    rules = {name: tuple(rule for function, rule in gains if (name, rule) in left and function == name)
             for name, _ in gains}
    return Attempt(" ".join(f"{name}.{rule}" for name, rule in sorted(left)).encode() or ORIGINAL, rules)


def world(gains: dict[Place, float]) -> tuple[Callable[[frozenset[Place]], Attempt], Callable[..., TimeVerdict]]:
    def speed(text: bytes) -> float:
        found = 1.0
        for word in text.decode().split() if text != ORIGINAL else ():
            name, _, rule = word.partition(".")
            found *= gains[name, rule]
        return found

    def clock(before: bytes, after: bytes, function: str) -> TimeVerdict:
        ratio = speed(after) / speed(before)
        return TimeVerdict("passed" if ratio > 1.01 else "failed", ratio, ratio - 0.01, detail=f"{ratio:.2f}")

    return lambda without: version(without, gains), clock


def test_all_that_is_faster_stays() -> None:
    build, clock = world(GAINS)
    admission = admit(ORIGINAL, build(frozenset()), build, clock)
    assert admission.without == frozenset()
    assert set(admission.passed) == {"f", "g"}
    assert admission.together is not None
    assert admission.together.ratio == pytest.approx(1.5 * 1.2 * 1.1)
    assert admission.verdict_on("f", "one") is None


def test_a_function_that_is_not_faster_goes_back() -> None:
    build, clock = world(GAINS | {("g", "one"): 1.0})
    admission = admit(ORIGINAL, build(frozenset()), build, clock)
    assert admission.without == {("g", ALL)}
    assert set(admission.passed) == {"f"}
    lost = admission.verdict_on("g", "one")
    assert lost is not None
    assert lost.ratio == 1.0


def test_a_rule_that_costs_more_than_it_gains_goes_back() -> None:
    build, clock = world({("f", "one"): 0.5, ("f", "two"): 1.3})
    admission = admit(ORIGINAL, build(frozenset()), build, clock)
    assert admission.without == {("f", "one")}
    assert admission.passed["f"].ratio == 1.3
    assert admission.verdict_on("f", "two") is None


def test_a_rule_that_eats_a_part_of_the_gain_goes_back() -> None:
    build, clock = world({("f", "one"): 0.9, ("f", "two"): 1.3})
    admission = admit(ORIGINAL, build(frozenset()), build, clock)
    assert admission.without == {("f", "one")}
    assert admission.passed["f"].ratio == 1.3
    lost = admission.verdict_on("f", "one")
    assert lost is not None
    assert lost.detail == "the rest is faster without it"


def test_what_rests_on_another_function_goes_with_it() -> None:
    def build(without: frozenset[Place]) -> Attempt:
        if ("f", ALL) in without:
            return Attempt(ORIGINAL, {"f": (), "g": ()})
        return Attempt(b"slow", {"f": ("one",), "g": () if ("g", ALL) in without else ("one",)})

    slow = TimeVerdict("failed", 0.9, 0.8)
    admission = admit(ORIGINAL, build(frozenset()), build, lambda *_: slow)
    assert admission.without == {("f", ALL), ("g", ALL)}
    assert admission.together is not None
    assert not admission.together.accepted
    assert not admission.passed


def test_a_file_as_a_whole() -> None:
    build, clock = world(GAINS)
    assert set(admit_whole(ORIGINAL, build(frozenset()), clock).passed) == {"f", "g"}
    build, clock = world({("f", "one"): 0.9, ("g", "one"): 1.0})
    admission = admit_whole(ORIGINAL, build(frozenset()), clock)
    assert admission.without == {("f", ALL), ("g", ALL)}
    assert not admission.passed


# the clock


SOURCE = b"""
def inner(n):
    return sum(range(n))

def outer(n):
    return inner(n)

def alone():
    return 1

class Box:
    def inner(self, n):
        return n

start = alone()
"""
SLOW = SOURCE.replace(b"return sum(range(n))", b"return sum(list(range(n)) * 20)")


def test_what_calls_reach() -> None:
    found = reached(SOURCE, ["outer(3)", "Box().inner(2)", "", "nothing()"])
    assert [names for names, _ in found] == [{"outer", "inner"}, {"Box.inner"}, {"<module>", "alone", "Box"}, set()]
    assert [error for _, error in found[:3]] == ["", "", ""]
    assert found[3][1].startswith("the calls cannot be timed: NameError")
    assert reached(b"(", ["f()"])[0][1].startswith("the calls cannot be timed: SyntaxError")


def test_the_clock_takes_the_calls_of_a_function(tmp_path: Path) -> None:
    calls = tmp_path / "calls.py"
    calls.write_text("inner(50)\nouter(50)\nBox().inner(1)\n")
    clock = Clock(SLOW, "m.py", calls_file=str(calls), tests=None)
    assert clock.tells_functions_apart
    assert clock._calls_of("inner") == ["inner(50)"]
    assert clock._calls_of("Box.inner") == ["Box().inner(1)"]
    assert clock._calls_of("alone") == clock._calls_of("<module>") == [""]
    assert clock(SLOW, SOURCE, "outer").accepted
    assert clock(SLOW, SOURCE, "nothing").detail == "no call runs it"
    slower = clock(SOURCE, SLOW, "inner")
    assert not slower.accepted
    assert slower.is_slower


def test_the_clock_needs_something_to_run() -> None:
    with pytest.raises(ValueError, match="needs calls"):
        Clock(SOURCE, "m.py", calls_file=None, tests=None)


def test_a_call_that_is_slower_outweighs_the_others(tmp_path: Path) -> None:
    calls = tmp_path / "calls.py"
    calls.write_text("inner(2000)\nalone()\n")
    one_slower = SOURCE.replace(b"return 1", b"return sum([0] * 2000)").replace(b"start = alone()", b"")
    before = SLOW.replace(b"start = alone()", b"")
    verdict = Clock(before, "m.py", calls_file=str(calls), tests=None)(before, one_slower, "")
    assert not verdict.accepted
    assert verdict.detail == "alone() is slower"


def test_slower_beyond_doubt() -> None:
    assert judge([1.0] * 31, [2.0] * 31, [1.0] * 31).is_slower
    assert not judge([1.0] * 31, [1.02] * 31, [1.05] * 31).is_slower, "equal code differs as much"
    assert not judge([2.0] * 31, [1.0] * 31, [2.0] * 31).is_slower


def test_the_time_of_tests(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text("")
    slow, fast = b"sum(x * x for x in range(3000000))\n", b"pass\n"
    command = f"{sys.executable} -S -c 'import m'"
    verdict = time_tests(slow, fast, command, tmp_path, tmp_path / "m.py", rounds=9)
    assert verdict.accepted
    assert time_tests(b"pass", b"raise SystemExit(3)", command, tmp_path, tmp_path / "m.py").detail.endswith("code 3")
    assert "too long" in time_tests(slow, fast, command, tmp_path, tmp_path / "m.py", budget=0.01).detail
    assert (tmp_path / "m.py").read_text() == ""


# guards


COSTS = {"type": 10.0, "identity": 5.0, "attribute": 7.0, "call": 4.0, "element": 2.0}


@pytest.mark.parametrize(
    ("guard", "cost"),
    [
        ("type(n) is int", (10.0, None)),
        ("type(n) is int and step is _step and type(m) is list", (25.0, None)),
        ("box.step is _step", (7.0, None)),
        ("len(xs) == 3", (4.0, None)),
        ("type(xs) is list and set(map(type, xs)) <= {int}", (18.0, 2.0)),
        ("all(type(x) is int for x in xs)", (8.0, 2.0)),
        ("not (", (None, None)),
    ],
)
def test_the_cost_of_a_guard(guard: str, cost: tuple[float | None, float | None]) -> None:
    assert guard_cost(guard, COSTS) == cost


def test_a_cost_that_was_not_measured() -> None:
    assert guard_cost("type(n) is int", {}) == (None, None)
