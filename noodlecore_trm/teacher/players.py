"""Who plays in labelled graphs, on numpy alone: a model that serves, and the table that has learned nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.encoding import Sample, Verdicts
from noodlecore_trm.encoding.vocabulary import OUTLOOK
from noodlecore_trm.teacher.labels import BUDGETS, Labels
from noodlecore_trm.teacher.plays import Chooses, Turn, play_out

if TYPE_CHECKING:
    from noodlecore_trm.choosers.trm import Scorer

SCARCE: Final = (1, 2, 3, 4)
"""Numbers of rewrites that are played with: where they are scarce, choosing counts."""


def by_model(scorer: Scorer) -> Chooses:
    """What a model chooses by its highest score above 0, told in steps what the best untried actions would do."""
    return lambda turns: [_by_scores(scores_of_turn(scorer, turn)) for turn in turns]


def scores_of_turn(scorer: Scorer, turn: Turn) -> NDArray[np.floating]:
    """What a model thinks in the end of the actions of a turn, as logarithms of speed-ups, [c]."""
    labels, left = turn.labels, turn.left
    sample = labels.samples[turn.version].with_remaining(None if left >= BUDGETS[-1] else left)
    return thought_through(scorer, sample, labels.verdicts[turn.version])


def thought_through(scorer: Scorer, sample: Sample, known: Verdicts, *, tells: bool = True) -> NDArray[np.floating]:
    """
    What a model thinks in the end of the actions of a choice, [c], told after each step which of the verdicts that are
    `known` the best untried action would meet; nothing unless `tells`.
    """
    told = Verdicts.none(len(sample.actions))
    thought = scorer.begin(sample)
    scores = np.asarray(thought.step(told).actions)
    for _ in range(1, scorer.steps):
        untried = np.flatnonzero(told.outcomes == 0)
        if tells and len(untried):
            place = untried[np.argmax(scores[untried])]
            for now, then in zip(vars(told).values(), vars(known).values(), strict=True):
                now[place] = then[place]
        scores = np.asarray(thought.step(told).actions)
    return scores


def by_table(turns: Sequence[Turn]) -> list[int | None]:
    """What the measured table expects most of, as long as that is a gain: a chooser that has learned nothing."""
    return [_by_scores(turn.labels.samples[turn.version].outlook[:, OUTLOOK.index("gain")]) for turn in turns]


def _by_scores(scores: NDArray[np.floating]) -> int | None:
    place = int(np.argmax(scores)) if len(scores) else None
    return place if place is not None and scores[place] > 0.0 else None


def by_program(functions: Sequence[Labels], chooses: Chooses) -> dict[tuple[str, str], float]:
    """What a chooser gains in each program, by family and name: the mean over functions that leave a choice."""
    having = [each for each in functions if len(each.samples[0].actions)]
    gains: dict[tuple[str, str], list[float]] = {}
    for each, ends in zip(having, play_out(having, SCARCE, chooses), strict=True):
        gains.setdefault((each.family, each.program), []).append(float(ends.mean()))
    return {key: sum(values) / len(values) for key, values in gains.items()}
