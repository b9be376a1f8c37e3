"""Which choices are in which batch: known from the seed and the number of the batch, so that nothing is stored."""

from __future__ import annotations

import numpy as np

from noodlecore_trm.training.choices import Choice, Draws
from noodlecore_trm.training.config import Settings


def drawn_batch(choices: Draws, settings: Settings, number: int) -> list[Choice]:
    """
    The choices of a batch, in order of the size of their graphs, so that processes that take every n-th of them have as
    much to do as one another.
    """
    rng = np.random.default_rng((settings.seed, number, 0))
    return sorted(choices.draw(rng, settings.batch), key=_nodes)


def drawn_depth(settings: Settings, number: int) -> int:
    """The supervision steps of a batch."""
    rng = np.random.default_rng((settings.seed, number, 1))
    return int(rng.integers(settings.least_steps, settings.most_steps + 1))


def _nodes(choice: Choice) -> int:
    return len(choice.sample.ops) + len(choice.sample.actions)
