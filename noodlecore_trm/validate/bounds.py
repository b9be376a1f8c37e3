"""What the times of two versions say, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeVerdict:
    """
    `ratio` is the median of time before / time after; above 1 is faster. Each bound holds with 99% confidence;
    `null_low` and `null_high` are where the same code against itself came out. `status` is passed only if the bound
    clears both 1 and the null; skipped if nothing could be measured, `detail` says why.
    """

    status: str
    ratio: float = math.nan
    lower_bound: float = math.nan
    upper_bound: float = math.nan
    null_low: float = math.nan
    null_high: float = math.nan
    rounds: int = 0
    detail: str = ""

    @property
    def accepted(self) -> bool:
        return self.status == "passed"

    @property
    def is_slower(self) -> bool:
        """Whether it is slower beyond doubt."""
        return self.upper_bound < min(1.0, self.null_low)


def judge(
    before: Sequence[float], after: Sequence[float], null: Sequence[float], *, doubt: float = 0.01
) -> TimeVerdict:
    """
    The verdict on the times of each round: the version before, the one after, and the former once more.

    Rounds must be equally many, at least 9, of positive times. Each bound is wrong with probability `doubt`.
    """
    ratios = sorted(one / other for one, other in zip(before, after, strict=True))
    control = sorted(one / other for one, other in zip(before, null, strict=True))
    rank = bound_rank(len(ratios), doubt)
    low, high = control[rank], control[-1 - rank]
    lower_bound = ratios[rank]
    passed = lower_bound > 1.0 and lower_bound > high
    detail = "" if passed else f"the bound {lower_bound:.3f} does not clear 1 and the null control {high:.3f}"
    status = "passed" if passed else "failed"
    return TimeVerdict(status, _middle(ratios), lower_bound, ratios[-1 - rank], low, high, len(ratios), detail)


def bound_rank(count: int, doubt: float) -> int:
    """
    The largest r such that value number r (from 0, sorted) of `count` exceeds the median with probability <= `doubt`.

    This is the sign test: each value is below the median with probability one half. Raises ValueError if there are
    too few values for any bound.
    """
    total, rank = 0.0, -1
    for below in range(count):  # by logarithms, since the ways to choose from some 1030 values exceed every float
        ways = math.lgamma(count + 1) - math.lgamma(below + 1) - math.lgamma(count - below + 1)
        total += math.exp(ways - count * math.log(2))
        if total > doubt:
            break
        rank = below
    if rank < 0:
        raise ValueError(f"{count} values cannot bound their median with doubt {doubt}")
    return rank


def _middle(values: Sequence[float]) -> float:
    """The median of sorted values."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
