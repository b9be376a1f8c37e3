"""
Choosing, played out in graphs of versions that were found before: nothing is rewritten, and nothing is run.

A play begins with a function as it was written and ends when its rewrites are used up, when the chooser stops, or in a
version that nobody has looked at further.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.teacher.labels import BUDGETS, Labels


@dataclass(frozen=True, eq=False)
class Turn:
    """A choice to make: the function, the place of the version among its `samples`, and the rewrites left."""

    labels: Labels
    version: int
    left: int


Chooses = Callable[[Sequence[Turn]], Sequence[int | None]]
"""For each turn the place of an action, or None to stop."""


def play_out(functions: Sequence[Labels], budgets: Sequence[int], chooses: Chooses) -> NDArray[np.float64]:
    """
    The logarithms of the speed-ups that plays end with, [functions, budgets]. All plays go on side by side, so that
    the turns of a round can be thought about at once.
    """
    places = [{int(version): place for place, version in enumerate(each.expanded)} for each in functions]
    ends = np.zeros((len(functions), len(budgets)))
    playing = {
        (row, column): Turn(labels, 0, budget)
        for row, labels in enumerate(functions)
        for column, budget in enumerate(budgets)
    }
    while playing := {key: turn for key, turn in playing.items() if turn.left and _has_actions(turn)}:
        chosen = chooses(list(playing.values()))
        following: dict[tuple[int, int], Turn] = {}
        for (key, turn), action in zip(playing.items(), chosen, strict=True):
            labels = turn.labels
            target = -1 if action is None else int(labels.targets[turn.version][action])
            if target >= 0:
                ends[key] = np.log(labels.costs[0] / labels.costs[target])
                place = places[key[0]].get(target)
                if place is not None:
                    following[key] = Turn(labels, place, turn.left - 1)
        playing = following
    return ends


def in_reach(functions: Sequence[Labels], budgets: Sequence[int]) -> NDArray[np.float64]:
    """The logarithms of the best speed-ups that were found, [functions, budgets]."""
    columns = [BUDGETS.index(budget) for budget in budgets]
    best = [
        [max(0.0, float(np.nanmax(labels.worth[0][column], initial=0.0))) for column in columns] for labels in functions
    ]
    return np.array(best).reshape(len(functions), len(budgets))


def _has_actions(turn: Turn) -> bool:
    return len(turn.labels.samples[turn.version].actions) > 0
