"""Who plays in labelled graphs, on numpy alone: a model that serves, and the table that has learned nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.choosers.plans import UNWRITTEN
from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import Sample
from noodlecore_trm.encoding.encode import remaining_number
from noodlecore_trm.teacher.labels import BUDGETS, Labels
from noodlecore_trm.teacher.plays import Chooses, Turn, play_out

if TYPE_CHECKING:
    from noodlecore_trm.choosers.trm import Scorer

SCARCE: Final = (1, 2, 3, 4)
"""Numbers of rewrites that are played with: where they are scarce, choosing counts."""
_APPLIED, _UNFIT = OUTCOMES.index("applied"), OUTCOMES.index(UNWRITTEN)


def by_model(scorer: Scorer) -> Chooses:
    """What a model chooses by its highest score above 0, told in steps what the best untried actions would do."""
    return lambda turns: [_by_scores(scores_of(scorer, turn)) for turn in turns]


def scores_of(scorer: Any, turn: Turn) -> NDArray[np.floating]:
    """What a model thinks in the end of the actions of a turn, as logarithms of speed-ups, [c]."""
    known: Any = trials(turn.labels, turn.version)
    told = [np.zeros_like(each) for each in known]
    thought = scorer.begin(choice_of(turn))
    scores: NDArray[np.floating] = thought.step(*told).actions
    for _ in range(1, scorer.steps):
        untried = np.flatnonzero(told[0] == 0)
        if len(untried):
            place = untried[np.argmax(scores[untried])]
            for now, then in zip(told, known, strict=True):
                now[place] = then[place]
        scores = thought.step(*told).actions
    return scores


def trials(labels: Labels, version: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """What trying each action tells: its outcome, and the logarithm of what it does to the static cost."""
    static, targets = labels.static, labels.targets[version]
    here, there = static[labels.expanded[version]], static[targets]
    fits = (targets >= 0) & (there > 0.0) & (here > 0.0)
    change = np.log(np.where(fits, here, 1.0) / np.where(fits, there, 1.0))
    return np.where(fits, _APPLIED, _UNFIT).astype(np.uint8), change.astype(np.float32)


def choice_of(turn: Turn) -> Sample:
    """The sample of a turn, with its limit."""
    sample = turn.labels.samples[turn.version]
    context = sample.context.copy()
    context[0] = remaining_number(None if turn.left >= BUDGETS[-1] else turn.left)
    return replace(sample, context=context)


def by_table(turns: Sequence[Turn]) -> list[int | None]:
    """What the measured table expects most of, as long as that is a gain: a chooser that has learned nothing."""
    return [_by_scores(turn.labels.samples[turn.version].outlook[:, 0]) for turn in turns]


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
