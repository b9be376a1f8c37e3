"""
Choices played out in labelled graphs: what a chooser gains with a number of rewrites, without running anything.

A play starts with a function as it was written, and ends when the chooser stops, has no rewrite left, or comes to a
version that was not looked at any further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.choosers.plans import UNWRITTEN
from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import Sample, remaining_number
from noodlecore_trm.teacher.labels import BUDGETS, Labels

if TYPE_CHECKING:
    from noodlecore_trm.choosers.trm import Scorer

SCARCE: Final = (1, 2, 3, 4)
"""Numbers of rewrites that are played with: where they are scarce, choosing counts."""
STOP: Final = -1
_APPLIED, _UNWRITTEN = OUTCOMES.index("applied"), OUTCOMES.index(UNWRITTEN)


@dataclass(frozen=True, slots=True)
class Position:
    """A version of a labelled function, as a place in its `samples`, with so many rewrites left, 12 for no limit."""

    labels: Labels
    place: int
    left: int

    @property
    def sample(self) -> Sample:
        """The choice, with its limit."""
        sample = self.labels.samples[self.place]
        context = sample.context.copy()
        context[0] = remaining_number(None if self.left >= BUDGETS[-1] else self.left)
        return replace(sample, context=context)

    @property
    def version(self) -> int:
        return int(self.labels.expanded[self.place])

    @property
    def targets(self) -> NDArray[np.int32]:
        """Versions that the actions lead to, [c]; -1 where they did not fit."""
        return self.labels.targets[self.place]

    @property
    def change(self) -> NDArray[np.float32]:
        """Logarithms of what the actions do to the static cost, [c]; 0 where they did not fit."""
        static = self.labels.static
        here, there = static[self.version], static[self.targets]
        fits = (self.targets >= 0) & (there > 0.0) & (here > 0.0)
        return np.where(fits, np.log(here / np.where(fits, there, here if here > 0.0 else 1.0)), 0.0).astype(np.float32)


Choose = Callable[[Sequence[Position]], Sequence[int]]
"""Actions for positions side by side, each a place among the actions of its position, or STOP."""


@dataclass(frozen=True, slots=True)
class Played:
    """A play that is over: logarithms of the speed-up that it came to, and of the best one that there was."""

    labels: Labels
    budget: int
    gain: float
    best: float


def play(functions: Iterable[Labels], choose: Choose, budgets: Sequence[int] = SCARCE) -> list[Played]:
    """Play functions that have actions with each of the budgets, which are some of BUDGETS."""
    begun = [(each, budget) for each in functions if len(each.samples[0].actions) for budget in budgets]
    ends = [0] * len(begun)
    places = {id(each): {int(v): place for place, v in enumerate(each.expanded)} for each, _ in begun}
    going = {number: Position(each, 0, budget) for number, (each, budget) in enumerate(begun)}
    while going:
        chosen = choose(list(going.values()))
        for (number, position), action in zip(list(going.items()), chosen, strict=True):
            target = STOP if action == STOP else int(position.targets[action])
            if target >= 0:
                ends[number] = target
            place = places[id(position.labels)].get(target)
            if place is None or position.left <= 1 or not len(position.labels.samples[place].actions):
                del going[number]
            else:
                going[number] = Position(position.labels, place, position.left - 1)
    return [
        Played(each, budget, float(np.log(each.costs[0] / each.costs[end])), best(each, budget))
        for (each, budget), end in zip(begun, ends, strict=True)
    ]


def best(labels: Labels, budget: int) -> float:
    """The logarithm of the best speed-up that is known to be in reach with so many rewrites, at least 0."""
    worth = labels.worth[0][BUDGETS.index(budget)]
    return max(0.0, float(np.nanmax(worth))) if np.isfinite(worth).any() else 0.0


def share(played: Sequence[Played]) -> float:
    """The part of the best gains, as logarithms, that plays came to."""
    most = sum(each.best for each in played)
    return sum(each.gain for each in played) / most if most else 1.0


def by_model(scorer: Scorer) -> Choose:
    """What a model chooses by its highest score above 0, told in steps what the best untried actions would do."""
    return lambda positions: [_by_scores(scores_of(scorer, position)) for position in positions]


def scores_of(scorer: Scorer, position: Position) -> NDArray[np.floating]:
    """What a model thinks in the end of the actions of a position, as logarithms of speed-ups, [c]."""
    count = len(position.targets)
    outcomes, change = np.zeros(count, np.uint8), np.zeros(count, np.float32)
    thought = scorer.begin(position.sample)
    scores = thought.step(outcomes, change).actions
    for _ in range(1, scorer.steps):
        untried = np.flatnonzero(outcomes == 0)
        if len(untried):
            place = untried[np.argmax(scores[untried])]
            fits = position.targets[place] >= 0
            outcomes[place] = _APPLIED if fits else _UNWRITTEN
            change[place] = position.change[place]
        scores = thought.step(outcomes, change).actions
    return scores


def _by_scores(scores: NDArray[np.floating]) -> int:
    place = int(np.argmax(scores)) if len(scores) else STOP
    return place if place != STOP and scores[place] > 0.0 else STOP


def by_table(positions: Sequence[Position]) -> list[int]:
    """What the measured table expects most of, as long as that is a gain: a chooser that has learned nothing."""
    return [_by_scores(position.sample.outlook[:, 0]) for position in positions]


def by_program(played: Iterable[Played]) -> dict[tuple[str, str], float]:
    """What a chooser gains in each program, by family and name: the mean over its plays."""
    gains: dict[tuple[str, str], list[float]] = {}
    for each in played:
        gains.setdefault((each.labels.family, each.labels.program), []).append(each.gain)
    return {key: sum(values) / len(values) for key, values in gains.items()}
