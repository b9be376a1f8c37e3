"""Counts and means over the rows of a store, from its tally: quick however many rows there are."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from noodlecore_trm.feedback.changes import LATEST
from noodlecore_trm.feedback.schema import BINS_PER_UNIT, NO_BIN, SUMS, TALLY
from noodlecore_trm.feedback.store import FeedbackStore

K = TypeVar("K", bound=Hashable)
DAY: Final = 86400.0
_Z: Final = 1.959964
"""Standard errors to each side of a mean that make a 95% interval."""


@dataclass(frozen=True, slots=True)
class Group:
    """
    Rows taken together: how many there are, how many of them have a measured ratio, and the sums over those of its
    natural logarithm, of its square, and of the logarithm of what was predicted.
    """

    changes: int = 0
    measured: int = 0
    gain: float = 0.0
    squares: float = 0.0
    expected: float = 0.0

    def __add__(self, other: Group) -> Group:
        return Group(
            self.changes + other.changes, self.measured + other.measured, self.gain + other.gain,
            self.squares + other.squares, self.expected + other.expected,
        )  # fmt: skip

    @property
    def ratio(self) -> float:
        """The geometric mean of old time over new; NaN if nothing was measured."""
        return math.exp(self.gain / self.measured) if self.measured else math.nan

    @property
    def predicted(self) -> float:
        """The geometric mean of what was predicted; of use only where everything in the group has a prediction."""
        return math.exp(self.expected / self.measured) if self.measured else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of `ratio`, from the standard error of the mean logarithm; without end for less than 2."""
        if self.measured < 2:
            return 0.0, math.inf
        variance = max(0.0, self.squares - self.gain**2 / self.measured) / (self.measured - 1)
        reach = _Z * math.sqrt(variance / self.measured)
        mean = self.gain / self.measured
        return math.exp(mean - reach), math.exp(mean + reach)


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows of one day (its number since 1970, in UTC) that agree in everything named here."""

    day: int
    rule: str
    chooser: str
    model_version: str
    interpreter: str
    fallback_reason: str
    outcome: str
    bin: int
    group: Group

    @property
    def predicted(self) -> float | None:
        """The middle of the bin of the predicted ratio."""
        return None if self.bin == NO_BIN else math.exp(self.bin / BINS_PER_UNIT)


def tallies(store: FeedbackStore, since: float | None = None) -> list[Tally]:
    """
    Everything in a store from the day of a time on (seconds since 1970), but for days that no row can be of. Raises
    StoreError.
    """
    names = ", ".join((*TALLY, *SUMS))
    first = 0 if since is None else int(since // DAY)
    found = store.query(f"SELECT {names} FROM tally WHERE day BETWEEN ? AND ? ORDER BY day", (first, LATEST // DAY))
    return [Tally(*row[: len(TALLY)], Group(*row[len(TALLY) :])) for row in found]  # type: ignore[call-arg]


def grouped(found: Iterable[Tally], key: Callable[[Tally], K]) -> dict[K, Group]:
    """The groups by a key, in the order in which the keys come up."""
    groups: dict[K, Group] = {}
    for each in found:
        name = key(each)
        groups[name] = groups.get(name, Group()) + each.group
    return groups
