"""How the learning rate goes."""

from __future__ import annotations

import math


def learning_rate(step: int, *, base: float, warmup: int, total: int, min_ratio: float = 1.0) -> float:
    """
    From 0 up to `base` in `warmup` steps, then down along half a cosine to `base * min_ratio` at step `total`; `step`
    counts from 1. With a ratio of 1, as published, the rate stays at `base`.
    """
    if step < warmup:
        return base * step / max(1, warmup)
    progress = (step - warmup) / max(1, total - warmup)
    return base * (min_ratio + max(0.0, (1 - min_ratio) * 0.5 * (1 + math.cos(math.pi * progress))))
