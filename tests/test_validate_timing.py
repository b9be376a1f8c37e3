"""The judge of time: its statistics exactly, its measurements only as far as they are certain."""

from __future__ import annotations

import math

import pytest

from noodlecore_trm.validate.bounds import bound_rank, judge
from noodlecore_trm.validate.timing import measure

SLOW = b"def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n"
FAST = b"def f(n):\n    return n * (n - 1) // 2\n"


@pytest.mark.parametrize(("count", "rank"), [(7, 0), (10, 0), (11, 1), (31, 8), (101, 38), (2000, 947)])
def test_rank_of_the_bound(count: int, rank: int) -> None:
    assert bound_rank(count, 0.01) == rank
    chance = sum(math.comb(count, below) for below in range(rank + 1)) / 2**count
    following = chance + math.comb(count, rank + 1) / 2**count
    assert chance <= 0.01 < following


def test_too_few_values_for_a_bound() -> None:
    with pytest.raises(ValueError, match="cannot bound"):
        bound_rank(6, 0.01)
    with pytest.raises(ValueError, match="at least 9"):
        measure(SLOW, FAST, ["f(1)"], rounds=8)


def test_clearly_faster() -> None:
    verdict = judge([2.0] * 31, [1.0] * 31, [2.0] * 31)
    assert verdict.accepted
    assert (verdict.ratio, verdict.lower_bound, verdict.null_low, verdict.null_high) == (2.0, 2.0, 1.0, 1.0)
    assert verdict.rounds == 31


def test_slower() -> None:
    verdict = judge([1.0] * 31, [2.0] * 31, [1.0] * 31)
    assert (verdict.status, verdict.ratio) == ("failed", 0.5)


def test_faster_in_too_few_rounds() -> None:
    after = [1.0] * 20 + [3.0] * 11
    verdict = judge([2.0] * 31, after, [2.0] * 31)
    assert verdict.ratio == 2.0
    assert verdict.lower_bound < 1
    assert not verdict.accepted


def test_no_faster_than_the_same_code_seems() -> None:
    before = [1.05] * 31
    noisy = judge(before, [1.0] * 31, [1.0, 1.05] * 15 + [1.0])
    quiet = judge(before, [1.0] * 31, [1.04] * 31)
    assert noisy.lower_bound > 1
    assert not noisy.accepted
    assert quiet.accepted


def test_rounds_must_match() -> None:
    with pytest.raises(ValueError, match="zip"):
        judge([1.0] * 9, [1.0] * 10, [1.0] * 9)


def test_a_measurement_of_something_a_thousand_times_faster() -> None:
    verdict = measure(SLOW, FAST, ["f(20000)"], rounds=9)
    assert verdict.accepted
    assert verdict.ratio > verdict.null_high
    assert measure(FAST, SLOW, ["f(20000)"], rounds=9).status == "failed"


def test_arguments_are_made_anew() -> None:
    source = b"def f(xs):\n    assert xs == [2, 1]\n    xs.sort()\n"
    assert measure(source, source, ["f([2, 1])"], rounds=9).rounds == 9


@pytest.mark.parametrize(
    ("source", "call", "detail"),
    [
        (SLOW, "f()", "cannot be timed: TypeError"),
        (SLOW, "f(", "cannot be timed: SyntaxError"),
        (b"import nowhere", "f(1)", "cannot be timed: ModuleNotFoundError"),
        (b"def f(n):\n    while True: pass\n", "f(1)", "not finished within 3 s"),
        (b"import os\ndef f(n): os._exit(0)", "f(1)", "the process ended"),
    ],
)
def test_what_cannot_be_timed(source: bytes, call: str, detail: str) -> None:
    verdict = measure(source, source, [call], rounds=9, timeout=3.0 if "while" in source.decode() else 60.0)
    assert verdict.status == "skipped"
    assert detail in verdict.detail


def test_nothing_to_time() -> None:
    assert measure(SLOW, FAST, []).status == "skipped"
