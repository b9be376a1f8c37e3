"""
What there is to learn from: choices out of labelled functions, and how good each of their actions turned out to be.

A choice is one version of a function with a number of rewrites left. Which choices are drawn, and in what order,
depends on nothing but the generator that they are drawn with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from noodlecore_trm.encoding import Sample
from noodlecore_trm.encoding import Verdicts as Told
from noodlecore_trm.models.scoring import Question, ScoringConfig, Verdicts
from noodlecore_trm.teacher.labels import BUDGETS, Labels

AS_WRITTEN: Final = 0.3
"""The share of choices that are about a function as it was written, where every play begins."""


@dataclass(frozen=True, eq=False)
class Choice:
    """
    One version of a function, with c actions.

    `worth` is the logarithm of the speed-up in reach with each action within `budget` rewrites, NaN where it did not
    fit, or where nothing is known of it; stopping is worth 0. `verdicts` are what trying each of them tells. `weight`
    is what the choice counts, and `whole` says whether the best action is among those that are known.
    """

    sample: Sample
    budget: int
    worth: NDArray[np.float32]  # [c]
    verdicts: Told
    weight: float = 1.0
    whole: bool = True


class Draws(Protocol):
    """What batches are drawn from."""

    def draw(self, rng: np.random.Generator, size: int) -> list[Choice]: ...


@dataclass(frozen=True)
class Target:
    """
    What is to be learned about B choices with c actions in all, C at most in one.

    `slot` is the place of each action in an array [B, C].
    """

    worth: Tensor  # float32 [c]
    verdicts: Verdicts  # once all of them were tried
    slot: Tensor  # int64 [c]
    budget: Tensor  # int64 [B]
    shape: tuple[int, int]
    weight: Tensor  # float32 [B]
    whole: Tensor  # float32 [B], 1 where the best action is known

    def padded(self, flat: Tensor, fill: float) -> Tensor:
        """flat [c] -> [B, C], with `fill` where there is no action."""
        wide = flat.new_full((self.shape[0] * self.shape[1],), fill)
        return wide.index_put((self.slot,), flat).view(self.shape)

    def to(self, device: torch.device | str) -> Target:
        worth, slot, budget, weight, whole = (
            each.to(device) for each in (self.worth, self.slot, self.budget, self.weight, self.whole)
        )
        return Target(worth, self.verdicts.to(device), slot, budget, self.shape, weight, whole)


def choice(labels: Labels, version: int, budget: int, haste: float = 0.0) -> Choice:
    """
    A version of a function, as a place in its `samples`, with so many rewrites left.

    With `haste`, from 0 to 1, what an action brings at once counts for more than what comes after it, by that share:
    of two that lead as far the one comes first that is surer to.
    """
    worth = labels.worth[version][BUDGETS.index(budget)]  # NaN where it did not fit
    at_once = np.log(labels.costs[labels.expanded[version]] / labels.costs[labels.targets[version]])
    hasty = (worth + haste * (at_once - worth)).astype(np.float32)
    return Choice(labels.samples[version], budget, hasty, labels.verdicts[version])


class ChoiceSet:
    """The choices of labelled functions that have actions at all, with `haste` as in `choice`."""

    def __init__(self, labels: Sequence[Labels], haste: float = 0.0) -> None:
        self.haste = haste
        self.labels = [each for each in labels if len(each.samples[0].actions)]
        self._versions = [
            [number for number, sample in enumerate(each.samples) if number and len(sample.actions)]
            for each in self.labels
        ]
        self._weights = np.sqrt([1.0 + len(versions) for versions in self._versions])
        self._weights /= self._weights.sum() or 1.0

    def __len__(self) -> int:
        """Functions."""
        return len(self.labels)

    def choice(self, function: int, version: int, budget: int) -> Choice:
        return choice(self.labels[function], version, budget, self.haste)

    def as_written(self, budgets: Sequence[int] = BUDGETS) -> list[Choice]:
        """Every function as it was written, with each of the budgets."""
        return [self.choice(function, 0, budget) for function in range(len(self)) for budget in budgets]

    def draw(self, rng: np.random.Generator, size: int) -> list[Choice]:
        """Functions with more versions come up more often, as the root of their number."""
        drawn = []
        for function in rng.choice(len(self), size, p=self._weights):
            others = self._versions[function]
            stays = not others or rng.random() < AS_WRITTEN
            version = 0 if stays else others[rng.integers(len(others))]
            drawn.append(self.choice(int(function), version, BUDGETS[rng.integers(len(BUDGETS))]))
        return drawn


def question(
    choices: Sequence[Choice], config: ScoringConfig, device: torch.device | str = "cpu"
) -> tuple[Question, Target]:
    """Choices side by side, and what is to be learned about them."""
    samples = [
        each.sample.with_remaining(None if each.budget == BUDGETS[-1] else each.budget) for each in choices
    ]
    asked = Question.batch(
        config,
        [each.ops.astype(np.int64) for each in samples],
        [each.edges.astype(np.int64) for each in samples],
        [each.actions.astype(np.int64) for each in samples],
        [each.outlook for each in samples],
        np.stack([each.context for each in samples]).astype(np.int64),
    )
    counts = [len(each.actions) for each in samples]
    most = max(1, *counts)
    slots = [row * most + np.arange(count) for row, count in enumerate(counts)]
    target = Target(
        torch.from_numpy(np.concatenate([each.worth for each in choices])),
        Verdicts(
            torch.from_numpy(np.concatenate([each.verdicts.outcomes for each in choices]).astype(np.int64)),
            torch.from_numpy(np.concatenate([each.verdicts.opens for each in choices]).astype(np.int64)),
            torch.from_numpy(np.concatenate([each.verdicts.numbers for each in choices])),
        ),
        torch.from_numpy(np.concatenate(slots)),
        torch.tensor([each.budget for each in choices]),
        (len(choices), most),
        torch.tensor([each.weight for each in choices]),
        torch.tensor([float(each.whole) for each in choices]),
    )
    return asked.to(device), target.to(device)
