"""How good the choices are on functions that nothing was learned from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import torch

from noodlecore_trm.models.scoring import ScoringModel, Verdicts
from noodlecore_trm.training.choices import Choice, question
from noodlecore_trm.training.config import Settings
from noodlecore_trm.training.objective import Weights, loss, next_verdicts, regret

SCARCE = (1, 2, 3, 4)
"""Rewrites left where choosing counts: what `share` is about."""


def evaluate(
    model: ScoringModel, choices: Sequence[Choice], settings: Settings, device: torch.device
) -> dict[str, float]:
    """
    What the model makes of choices, in float32, with the verdicts fed back that it would get.

    `share` is the part of the best gains, as logarithms and with 1 to 4 rewrites left, that the actions on top have
    after the last supervision step, and `share_first` after the first one; `share_K` is that with K rewrites left.
    `loss` is the mean over the choices, after the last step.
    """
    sums: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    weights = loss_weights(settings)
    total = 0.0
    with torch.no_grad():
        for start in range(0, len(choices), settings.batch):
            some = choices[start : start + settings.batch]
            asked, target = question(some, model.config, device)
            z, verdicts = model.initial(asked), Verdicts.none(asked)
            for step in range(settings.steps):
                z, scores = model(z, asked, verdicts)
                for budget, (taken, best) in regret(scores, target).items():
                    sums[step, budget][0] += taken
                    sums[step, budget][1] += best
                verdicts = next_verdicts(scores, verdicts, target, settings.tries)
            total += float(loss(scores, target, weights)[0]) * len(some)

    def share(step: int, budgets: Sequence[int]) -> float:
        taken, best = (sum(sums[step, budget][place] for budget in budgets) for place in (0, 1))
        return taken / best if best else 1.0

    last = settings.steps - 1
    budgets = sorted({budget for _, budget in sums})
    return {
        "loss": total / len(choices),
        "share": share(last, SCARCE),
        "share_first": share(0, SCARCE),
        **{f"share_{budget}": share(last, [budget]) for budget in budgets},
    }


def loss_weights(settings: Settings) -> Weights:
    return Weights(
        settings.weight_worth,
        settings.weight_order,
        settings.weight_value,
        settings.weight_halt,
        settings.sharpness,
    )
