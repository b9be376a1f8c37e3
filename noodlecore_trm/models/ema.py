"""A moving average of the weights, which generalises better than where training happens to stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn


class MovingAverage:
    """shadow ← (1-μ)·w + μ·shadow, over the parameters; buffers, and so puzzle embeddings, are not averaged."""

    def __init__(self, model: nn.Module, mu: float = 0.999) -> None:
        self.mu = mu
        self.shadow: dict[str, Tensor] = {
            name: weight.detach().clone() for name, weight in model.named_parameters() if weight.requires_grad
        }

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """After each step of the optimizer."""
        for name, weight in model.named_parameters():
            if name in self.shadow:
                self.shadow[name] = (1 - self.mu) * weight + self.mu * self.shadow[name]

    @contextmanager
    def applied(self, model: nn.Module) -> Iterator[None]:
        """Evaluate or save the model with the averages in the place of its weights."""
        weights = dict(model.named_parameters())
        kept = {name: weights[name].detach().clone() for name in self.shadow}
        self._write(weights, self.shadow)
        try:
            yield
        finally:
            self._write(weights, kept)

    @staticmethod
    @torch.no_grad()
    def _write(weights: dict[str, nn.Parameter], values: dict[str, Tensor]) -> None:
        for name, value in values.items():
            weights[name].copy_(value)

    def state_dict(self) -> dict[str, Tensor]:
        return dict(self.shadow)

    def load_state_dict(self, shadow: dict[str, Tensor]) -> None:
        self.shadow = {name: value.clone() for name, value in shadow.items()}
