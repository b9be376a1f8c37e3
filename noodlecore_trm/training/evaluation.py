"""How good the choices are on functions that nothing was learned from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import torch
from numpy.typing import NDArray

from noodlecore_trm.models.scoring import Scores, ScoringModel, Verdicts
from noodlecore_trm.teacher.players import SCARCE
from noodlecore_trm.teacher.plays import Turn, in_reach, play_out
from noodlecore_trm.training.choices import Choice, ChoiceSet, Target, choice, question
from noodlecore_trm.training.config import Settings
from noodlecore_trm.training.objective import Weights, loss, next_verdicts


def evaluate(model: ScoringModel, choices: ChoiceSet, settings: Settings, device: torch.device) -> dict[str, float]:
    """
    What the model makes of functions, in float32, with the verdicts fed back that it would get.

    Each function is played with 1 to 4 rewrites allowed. `share` is the part of the best gains that were found, as
    logarithms, that the plays end with, `share_K` that with K rewrites, and `share_first` that of plays in which the
    model takes its first step only. `loss` is the mean over the functions as they were written, after the last step.
    """
    thinks = _Thinks(model, settings, device)
    best = in_reach(choices.labels, SCARCE)
    ends = play_out(choices.labels, SCARCE, lambda turns: thinks.choose(turns, settings.steps))
    first = play_out(choices.labels, SCARCE, lambda turns: thinks.choose(turns, 1))
    return {
        "loss": thinks.loss(choices.as_written()),
        "share": _share(ends, best),
        "share_first": _share(first, best),
        **{f"share_{budget}": _share(ends[:, row], best[:, row]) for row, budget in enumerate(SCARCE)},
    }


class _Thinks:
    """A model that is asked about any number of choices."""

    def __init__(self, model: ScoringModel, settings: Settings, device: torch.device) -> None:
        self._model, self._settings, self._device = model, settings, device

    def choose(self, turns: Sequence[Turn], steps: int) -> list[int | None]:
        """The action with the highest score, if it is above 0, after so many supervision steps."""
        choices = [choice(turn.labels, turn.version, turn.left) for turn in turns]
        return list(chain.from_iterable(self._best(choices[at], steps) for at in self._batches(choices)))

    def _best(self, choices: Sequence[Choice], steps: int) -> list[int | None]:
        scores, target = self._asked(choices, steps)
        best, places = target.padded(scores.actions, float("-inf")).max(1)
        return [place if score > 0 else None for score, place in zip(best.tolist(), places.tolist(), strict=True)]

    def loss(self, choices: Sequence[Choice]) -> float:
        weights, total = loss_weights(self._settings), 0.0
        for at in self._batches(choices):
            total += float(loss(*self._asked(choices[at], self._settings.steps), weights)[0]) * len(choices[at])
        return total / len(choices)

    def _batches(self, choices: Sequence[Choice]) -> list[slice]:
        size = self._settings.batch
        return [slice(start, start + size) for start in range(0, len(choices), size)]

    @torch.no_grad()
    def _asked(self, choices: Sequence[Choice], steps: int) -> tuple[Scores, Target]:
        asked, target = question(choices, self._model.config, self._device)
        verdicts = Verdicts.none(asked, self._model.config)
        z, scores = self._model(self._model.initial(asked), asked, verdicts)
        for _ in range(1, steps):
            verdicts = next_verdicts(scores, verdicts, target, self._settings.tries)
            z, scores = self._model(z, asked, verdicts)
        return scores, target


def _share(taken: NDArray[np.float64], best: NDArray[np.float64]) -> float:
    return float(taken.sum() / best.sum()) if best.any() else 1.0


def loss_weights(settings: Settings) -> Weights:
    return Weights(
        settings.weight_worth,
        settings.weight_order,
        settings.weight_regret,
        settings.weight_value,
        settings.weight_halt,
        settings.sharpness,
    )
