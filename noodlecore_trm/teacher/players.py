"""Who plays in labelled graphs, on numpy alone: a model that serves, and the table that has learned nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.choosers.trm import best_places, looked_ahead, looks_ahead
from noodlecore_trm.encoding import Sample, Verdicts
from noodlecore_trm.encoding.vocabulary import OUTLOOK
from noodlecore_trm.teacher.labels import BUDGETS, Labels
from noodlecore_trm.teacher.plays import Chooses, Turn, play_out

if TYPE_CHECKING:
    from noodlecore_trm.choosers.trm import Scorer

SCARCE: Final = (1, 2, 3, 4)
"""Numbers of rewrites that are played with: where they are scarce, choosing counts."""


def by_model(scorer: Scorer) -> Chooses:
    """What a model chooses by its highest score above 0, looking ahead where few rewrites are left."""
    return lambda turns: [by_scores(scores_of_turn(scorer, turn)) for turn in turns]


def scores_of_turn(scorer: Scorer, turn: Turn) -> NDArray[np.floating]:
    """What a model thinks in the end of the actions of a turn, as logarithms of speed-ups, [c]."""
    labels, version = turn.labels, turn.version

    def after(place: int) -> Sample | None:
        rows = np.flatnonzero(labels.expanded == labels.targets[version][place])
        return labels.samples[rows[0]] if len(rows) else None

    return thoughts(scorer, labels.samples[version], turn.left, after)


def thoughts(
    scorer: Scorer, sample: Sample, left: int, after: Callable[[int], Sample | None] | None = None
) -> NDArray[np.floating]:
    """
    What a model thinks of the actions of a choice with so many rewrites left, [c]. `after` gives the choice after an
    action, None where it is not known, to look ahead where `TRMChooser` does.
    """
    scores = first_thoughts(scorer, sample.with_remaining(None if left >= BUDGETS[-1] else left))
    if after is None or not looks_ahead(left):
        return scores
    beyond = {}
    for place in best_places(scores):
        following = after(place)
        if following is not None:
            beyond[place] = float(first_thoughts(scorer, following.with_remaining(left - 1)).max(initial=0.0))
    return looked_ahead(scores, first_thoughts(scorer, sample.with_remaining(1)), beyond)


def first_thoughts(scorer: Scorer, sample: Sample) -> NDArray[np.floating]:
    """What a model thinks of the actions of a choice after one step, [c]; there may be none."""
    if not len(sample.actions):
        return np.zeros(0, np.float32)
    return np.asarray(scorer.begin(sample).step(Verdicts.none(len(sample.actions))).actions)


def by_table(turns: Sequence[Turn]) -> list[int | None]:
    """What the measured table expects most of, as long as that is a gain: a chooser that has learned nothing."""
    return [by_scores(turn.labels.samples[turn.version].outlook[:, OUTLOOK.index("gain")]) for turn in turns]


def by_scores(scores: NDArray[np.floating]) -> int | None:
    """The place of the highest score, None if it is not above 0."""
    place = int(np.argmax(scores)) if len(scores) else None
    return place if place is not None and scores[place] > 0.0 else None


def by_program(functions: Sequence[Labels], chooses: Chooses) -> dict[tuple[str, str], float]:
    """What a chooser gains in each program, by family and name: the mean over functions that leave a choice."""
    having = [each for each in functions if len(each.samples[0].actions)]
    gains: dict[tuple[str, str], list[float]] = {}
    for each, ends in zip(having, play_out(having, SCARCE, chooses), strict=True):
        gains.setdefault((each.family, each.program), []).append(float(ends.mean()))
    return {key: sum(values) / len(values) for key, values in gains.items()}
