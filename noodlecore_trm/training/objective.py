"""
What the model is asked to get right in one supervision step, and what it is told before the next.

A score is the logarithm of a speed-up, and it is learned as that, in the mean: an action that now and then brings much
is worth more than one that mostly brings a little. What counts in the end is what the action on top brings, so that the
scores are also asked what would be lost if one drew by them. Differences below what can be measured are ties.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch
import torch.nn.functional as F
from torch import Tensor

from noodlecore_trm.models.scoring import Scores, Verdicts
from noodlecore_trm.training.choices import Target

TIE: Final = 0.03
"""Logarithms of speed-ups that differ by less are equal."""
LEAST, MOST = -1.0, 2.0
"""Worth is cut off here: beyond, more is not better known."""


@dataclass(frozen=True)
class Weights:
    """
    What each part of the loss counts; `sharpness` is the difference of scores that makes an action e times as likely.
    """

    worth: float = 1.0
    order: float = 0.3
    regret: float = 1.0
    value: float = 0.3
    halt: float = 0.1
    sharpness: float = 0.05


def _cut(target: Target) -> tuple[Tensor, Tensor]:
    """Worth of actions [B, C], and a mask of those that have one."""
    worth = target.padded(target.worth, float("nan"))
    known = ~worth.isnan()
    return torch.where(known, worth.clamp(LEAST, MOST), torch.zeros_like(worth)), known


def loss(scores: Scores, target: Target, weights: Weights) -> tuple[Tensor, dict[str, float]]:
    """The mean over the choices of a batch, as far as each counts, and its parts."""
    worth, known = _cut(target)
    given = target.padded(scores.actions, 0.0)
    counts = known.sum(1).clamp_min(1)

    apart = F.huber_loss(given, worth, reduction="none", delta=1.0) * 10.0
    regression = (torch.where(known, apart, 0.0).sum(1) / counts * target.weight).mean()

    low = torch.tensor(float("-inf"), device=given.device)
    stop = worth.new_zeros(len(worth), 1)
    wanted = F.softmax(torch.cat((stop, torch.where(known, worth, low)), 1) / weights.sharpness, dim=1)
    likely = F.log_softmax(torch.cat((stop, torch.where(known, given, low)), 1) / weights.sharpness, dim=1)
    order = -((wanted * torch.where(wanted > 0, likely, 0.0)).sum(1) * target.weight).mean()

    best = torch.where(known, worth, low).amax(1).clamp_min(0.0)
    drawn = (likely.exp()[:, 1:] * worth).sum(1)
    regret = ((best - drawn) * 10.0 * target.weight).mean()

    counted = target.weight * target.whole
    value = (F.huber_loss(scores.value, best, reduction="none", delta=0.1) * 10.0 * counted).mean()

    with torch.no_grad():
        done = (best - _taken(given, worth, known) < TIE).to(given.dtype)
    halt = (F.binary_cross_entropy_with_logits(scores.halt, done, reduction="none") * counted).mean()

    parts = {"worth": regression, "order": order, "regret": regret, "value": value, "halt": halt}
    total = sum((getattr(weights, name) * part for name, part in parts.items()), torch.zeros_like(regression))
    return total, {name: float(part.detach()) for name, part in parts.items()}


def _taken(given: Tensor, worth: Tensor, known: Tensor) -> Tensor:
    """What the action with the highest score is worth [B]; 0 for stopping."""
    top = torch.where(known, given, float("-inf"))
    score, place = top.max(1)
    return torch.where(score > 0, worth.gather(1, place.unsqueeze(1)).squeeze(1), 0.0)


@torch.no_grad()
def next_verdicts(scores: Scores, verdicts: Verdicts, target: Target, tries: int = 1) -> Verdicts:
    """What is known after the best actions that were not tried yet, so many in each choice, have been tried."""
    told = Verdicts(verdicts.outcomes.clone(), verdicts.opens.clone(), verdicts.numbers.clone())
    for _ in range(tries):
        untried = torch.where(told.outcomes == 0, scores.actions, float("-inf"))
        place = target.padded(untried, float("-inf")).argmax(1)
        wide = torch.arange(target.shape[0], device=place.device) * target.shape[1] + place
        chosen = torch.isin(target.slot, wide) & (told.outcomes == 0)
        for known, tried in zip(vars(told).values(), vars(target.verdicts).values(), strict=True):
            known[chosen] = tried[chosen]
    return told
