"""A vector for each puzzle, trained by the sign of its gradient, touching only the rows that a batch needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn


class PuzzleEmbedding(nn.Module):
    """
    A table [puzzles, values] that starts at zero and is no parameter: most of its rows are absent from most batches.

    In training the rows of the last batch are kept as `local_weights` [B, values], where their gradient gathers, with
    their puzzles as `local_ids` [B].
    """

    weights: Tensor

    def __init__(self, puzzles: int, values: int) -> None:
        super().__init__()
        self.register_buffer("weights", torch.zeros(puzzles, values))
        self.local_weights: Tensor | None = None
        self.local_ids: Tensor | None = None

    def forward(self, puzzle: Tensor, dtype: torch.dtype) -> Tensor:
        rows = self.weights[puzzle]
        if self.training and torch.is_grad_enabled():
            self.local_ids, self.local_weights = puzzle, rows.requires_grad_()
        return rows.to(dtype)


class SparseSignSGD(torch.optim.Optimizer):
    """
    For each puzzle of the batch: w ← w (1 - lr·decay) - lr·sign(sum of its gradients). Other rows do not even decay.

    Works in one process; no gradient is exchanged.
    """

    def __init__(self, embedding: PuzzleEmbedding, lr: float, weight_decay: float) -> None:
        super().__init__([embedding.weights], {"lr": lr, "weight_decay": weight_decay})
        self.embedding = embedding

    def zero_grad(self, set_to_none: bool = True) -> None:
        self.embedding.local_weights = self.embedding.local_ids = None

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> None:  # type: ignore[override]
        rows, puzzle = self.embedding.local_weights, self.embedding.local_ids
        if rows is None or puzzle is None or rows.grad is None:
            return
        seen, place = torch.unique(puzzle, return_inverse=True)
        total = rows.grad.new_zeros(len(seen), rows.shape[1]).index_add_(0, place, rows.grad)
        lr, decay = self.param_groups[0]["lr"], self.param_groups[0]["weight_decay"]
        table = self.embedding.weights
        table[seen] = table[seen].mul_(1 - lr * decay).add_(total.sign_(), alpha=-lr)
