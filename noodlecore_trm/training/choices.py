"""
What there is to learn from: choices out of labelled functions, and how good each of their actions turned out to be.

A choice is one version of a function with a number of rewrites left. Which choices are drawn, and in what order,
depends on nothing but the generator that they are drawn with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from noodlecore_trm.encoding import Sample, remaining_number
from noodlecore_trm.models.scoring import Question, ScoringConfig
from noodlecore_trm.teacher.labels import BUDGETS, Labels

AS_WRITTEN: Final = 0.3
"""The share of choices that are about a function as it was written, where every play begins."""


@dataclass(frozen=True, eq=False)
class Choice:
    """
    One version of a function, with c actions.

    `worth` is the logarithm of the speed-up in reach with each action within `budget` rewrites, NaN where it did not
    fit; stopping is worth 0. `change` is the logarithm of what each does to the static cost.
    """

    sample: Sample
    budget: int
    worth: NDArray[np.float32]  # [c]
    change: NDArray[np.float32]  # [c]


@dataclass(frozen=True)
class Target:
    """
    What is to be learned about B choices with c actions in all, C at most in one.

    `slot` is the place of each action in an array [B, C].
    """

    worth: Tensor  # float32 [c]
    change: Tensor  # float32 [c]
    slot: Tensor  # int64 [c]
    budget: Tensor  # int64 [B]
    shape: tuple[int, int]

    def padded(self, flat: Tensor, fill: float) -> Tensor:
        """flat [c] -> [B, C], with `fill` where there is no action."""
        wide = flat.new_full((self.shape[0] * self.shape[1],), fill)
        return wide.index_put((self.slot,), flat).view(self.shape)

    def to(self, device: torch.device | str) -> Target:
        worth, change, slot, budget = (each.to(device) for each in (self.worth, self.change, self.slot, self.budget))
        return Target(worth, change, slot, budget, self.shape)


class ChoiceSet:
    """The choices of labelled functions that have actions at all."""

    def __init__(self, labels: Sequence[Labels]) -> None:
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
        """A version of a function, as a place in its `samples`, with so many rewrites left."""
        labels = self.labels[function]
        targets = labels.targets[version]
        static = labels.static
        here = static[labels.expanded[version]]
        change = np.where(targets < 0, 0.0, np.log(here / np.maximum(static[targets], 1e-9)))
        return Choice(
            labels.samples[version],
            budget,
            labels.worth[version][BUDGETS.index(budget)],
            np.nan_to_num(change).astype(np.float32),
        )

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
    samples = [each.sample for each in choices]
    context = np.stack([each.context for each in samples]).astype(np.int64)
    context[:, 0] = [remaining_number(None if each.budget == BUDGETS[-1] else each.budget) for each in choices]
    asked = Question.batch(
        config,
        [each.ops.astype(np.int64) for each in samples],
        [each.edges.astype(np.int64) for each in samples],
        [each.actions.astype(np.int64) for each in samples],
        [each.outlook for each in samples],
        context,
    )
    counts = [len(each.actions) for each in samples]
    most = max(1, *counts)
    slots = [row * most + np.arange(count) for row, count in enumerate(counts)]
    target = Target(
        torch.from_numpy(np.concatenate([each.worth for each in choices])),
        torch.from_numpy(np.concatenate([each.change for each in choices])),
        torch.from_numpy(np.concatenate(slots)),
        torch.tensor([each.budget for each in choices]),
        (len(choices), most),
    )
    return asked.to(device), target.to(device)
