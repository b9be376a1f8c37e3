"""What a supervision step is judged by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.models.halting import Carry, Outputs

IGNORE = -100  # the label of a token that does not count


def log_stablemax(logits: Tensor) -> Tensor:
    """
    The logarithm of stablemax over the last dimension, in float64: like softmax, with s(x) in the place of exp(x),
    which is x + 1 from 0 upwards and 1 / (1 - x) below (Prieto et al., arXiv 2501.04697).
    """
    x = logits.double()
    s = torch.where(x < 0, 1 / (1 - x + 1e-30), x + 1)
    return torch.log(s / s.sum(-1, keepdim=True))


def stablemax_cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Per token [..., ] in float64, 0 where the label is ignored."""
    counts = labels != IGNORE
    chosen = log_stablemax(logits).gather(-1, torch.where(counts, labels, 0).long().unsqueeze(-1)).squeeze(-1)
    return -torch.where(counts, chosen, 0)


def softmax_cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Per token [..., ] in float32, 0 where the label is ignored."""
    tokens, flat = logits.float().flatten(0, -2), labels.long().flatten()
    return F.cross_entropy(tokens, flat, ignore_index=IGNORE, reduction="none").view(labels.shape)


_TOKEN_LOSSES: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "stablemax_cross_entropy": stablemax_cross_entropy,
    "softmax_cross_entropy": softmax_cross_entropy,
}


@dataclass(frozen=True)
class Judgement:
    """
    The loss to go down (a sum over the batch: divide by its size), what is reported, and the predicted tokens [B, S].

    Losses in `metrics` are sums over all slots; `count`, `accuracy`, `exact_accuracy`, `q_halt_accuracy` and `steps`
    are sums over the slots that have just halted.
    """

    loss: Tensor
    metrics: dict[str, Tensor]
    predictions: Tensor


def judge(carry: Carry, outputs: Outputs, loss_type: str = "stablemax_cross_entropy") -> Judgement:
    """
    Tokens by cross entropy, each question counting the same; halting by whether all its tokens are right.

    `carry` is the one that came with the outputs. Raises ConfigurationError for a loss that does not exist.
    """
    if loss_type not in _TOKEN_LOSSES:
        raise ConfigurationError(f"loss_type is one of {', '.join(_TOKEN_LOSSES)}, not {loss_type!r}")
    labels = carry.batch["labels"]
    counts = labels != IGNORE
    tokens = counts.sum(-1)  # [B]
    share = tokens.clamp_min(1).unsqueeze(-1)
    lm_loss = (_TOKEN_LOSSES[loss_type](outputs.logits, labels) / share).sum()

    with torch.no_grad():
        predictions = outputs.logits.argmax(-1)
        right = counts & (predictions == labels)
        solved = right.sum(-1) == tokens  # a question without labels counts as solved
        done = carry.halted & (tokens > 0)
    q_halt_loss = F.binary_cross_entropy_with_logits(outputs.q_halt, solved.to(outputs.q_halt.dtype), reduction="sum")
    q_loss = q_halt_loss
    metrics = {
        "count": done.sum(),
        "accuracy": torch.where(done, (right.float() / share).sum(-1), 0).sum(),
        "exact_accuracy": (done & solved).sum(),
        "q_halt_accuracy": (done & ((outputs.q_halt >= 0) == solved)).sum(),
        "steps": torch.where(done, carry.steps, 0).sum(),
        "lm_loss": lm_loss.detach(),
        "q_halt_loss": q_halt_loss.detach(),
    }
    if outputs.target_q_continue is not None:
        q_continue_loss = F.binary_cross_entropy_with_logits(
            outputs.q_continue, outputs.target_q_continue, reduction="sum"
        )
        metrics["q_continue_loss"] = q_continue_loss.detach()
        q_loss = q_halt_loss + q_continue_loss
    return Judgement(lm_loss + 0.5 * q_loss, metrics, predictions)
