"""AdamW with the quotient under an arctangent: no epsilon, and no step depends on the scale of the loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import nn


class AdamATan2(torch.optim.Optimizer):
    """
    After Everett et al. (arXiv 2407.05872), with the correction of the first moment outside of the arctangent:

        w ← w (1 - lr·decay);  m ← lerp(m, g, 1-β1);  v ← lerp(v, g², 1-β2)
        w ← w - lr / (1-β1ᵗ) · atan2(m, √v / √(1-β2ᵗ))
    """

    def __init__(
        self,
        parameters: Iterable[nn.Parameter],
        lr: float = 1e-4,
        betas: tuple[float, float] = (0.9, 0.95),
        weight_decay: float = 0.1,
    ) -> None:
        super().__init__(parameters, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            lr, (beta1, beta2) = group["lr"], group["betas"]
            for w in group["params"]:
                if w.grad is None:
                    continue
                state = self.state[w]
                if not state:
                    state.update(step=0, m=torch.zeros_like(w), v=torch.zeros_like(w))
                state["step"] += 1
                m, v, t = state["m"], state["v"], state["step"]
                w.mul_(1 - lr * group["weight_decay"])
                m.lerp_(w.grad, 1 - beta1)
                v.lerp_(w.grad.square(), 1 - beta2)
                w.add_(torch.atan2(m, v.sqrt().div_((1 - beta2**t) ** 0.5)), alpha=-lr / (1 - beta1**t))
