"""
Whether a candidate may take the place of the active model: it gains more on programs that neither has learned from,
with confidence, and loses in no family of programs beyond noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from statistics import NormalDist
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

CONFIDENCE: Final = 0.95
DRAWS: Final = 10_000
TIE: Final = 0.03
"""A family in which the mean logarithm of speed-ups is lower by less has not lost anything."""
FEWEST: Final = 8
"""Programs without which there is nothing to be confident of."""

Programs = Mapping[tuple[str, str], float]
"""What a model gains in each program, by family and name: a mean of logarithms of speed-ups."""


@dataclass(frozen=True)
class Judgement:
    """
    What the gate says. `difference` is the mean over programs of what the candidate gains more, as logarithms, with the
    bounds of its interval; `families` are those that lose; `reasons` is empty if the candidate may pass.
    """

    passed: bool
    programs: int
    active: float
    candidate: float
    difference: float
    lower: float
    upper: float
    families: tuple[str, ...]
    reasons: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return asdict(self) | {"families": list(self.families), "reasons": list(self.reasons)}


def judge(active: Programs, candidate: Programs, seed: int = 0) -> Judgement:
    """Compare two models on the same programs. Raises ValueError if they are others, or too few."""
    if active.keys() != candidate.keys():
        raise ValueError("the programs are not the same")
    keys = sorted(active)
    if len(keys) < FEWEST:
        raise ValueError(f"{len(keys)} programs are too few to judge by; at least {FEWEST}")
    more = np.array([candidate[key] - active[key] for key in keys])
    lower, upper = _interval(more, seed)
    lost = _losing([family for family, _ in keys], more)
    reasons = []
    if lower <= 0.0:
        reasons.append(f"it does not gain more with {CONFIDENCE:.0%} confidence: {_range(more.mean(), lower, upper)}")
    if lost:
        reasons.append(f"it loses in {', '.join(lost)}")
    before, after = (float(np.mean([gains[key] for key in keys])) for gains in (active, candidate))
    difference = float(more.mean())
    return Judgement(not reasons, len(keys), before, after, difference, lower, upper, tuple(lost), tuple(reasons))


def _range(mean: float, lower: float, upper: float) -> str:
    return f"{mean:+.4f}, from {lower:+.4f} to {upper:+.4f}"


def _interval(more: NDArray[np.float64], seed: int) -> tuple[float, float]:
    """Of the mean, from means of programs that are drawn again and again, with the same seed always the same."""
    drawn = np.random.default_rng(seed).integers(0, len(more), (DRAWS, len(more)))
    tail = (1.0 - CONFIDENCE) / 2.0
    lower, upper = np.quantile(more[drawn].mean(1), (tail, 1.0 - tail))
    return float(lower), float(upper)


def _losing(families: list[str], more: NDArray[np.float64]) -> list[str]:
    """
    The families whose mean is below 0 by more than chance explains: by the spread of programs within families, at a
    level that leaves one chance in twenty for all families together.
    """
    names = sorted(set(families))
    of = {name: more[[family == name for family in families]] for name in names}
    freedom = len(more) - len(names)
    inside = sum(float(((each - each.mean()) ** 2).sum()) for each in of.values())
    spread = (inside / freedom) ** 0.5 if freedom > 0 else float(more.std())
    far = NormalDist().inv_cdf(1.0 - (1.0 - CONFIDENCE) / len(names))
    return [name for name, each in of.items() if each.mean() < -max(TIE, far * spread / len(each) ** 0.5)]
