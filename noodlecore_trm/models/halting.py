"""
Deep supervision with adaptive computation time: a question is worked on for several steps, each starting from the
detached states of the one before, until the Q head says that it is solved or the steps run out. Then its slot of the
batch takes a new question.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from noodlecore_trm.models.config import PuzzleConfig
from noodlecore_trm.models.puzzle_model import Answer, Batch, PuzzleModel
from noodlecore_trm.models.recursion import States


@dataclass(frozen=True)
class Carry:
    """
    What goes from one supervision step to the next.

    `steps` int32 [B] are the steps done so far, `halted` bool [B] marks slots that take a new question in the next
    step.
    """

    states: States
    steps: Tensor
    halted: Tensor
    batch: Batch


@dataclass(frozen=True)
class Outputs(Answer):
    """An answer; where the value of going on is learned, also what `q_continue` should have said, [B] in 0..1."""

    target_q_continue: Tensor | None = None


class AdaptiveComputation(nn.Module):
    """
    One call is one supervision step for every slot of the batch.

    In evaluation every question gets all `halt_max_steps` steps, so that a batch stays together.
    """

    def __init__(self, config: PuzzleConfig) -> None:
        super().__init__()
        self.config = config
        self.inner = PuzzleModel(config)

    def initial_carry(self, batch: Batch) -> Carry:
        """All slots halted, so that the first step takes all questions from its batch."""
        slots = batch["inputs"].shape[:1]
        device = batch["inputs"].device
        return Carry(
            states=self.inner.initial(batch),
            steps=torch.zeros(slots, dtype=torch.int32, device=device),
            halted=torch.ones(slots, dtype=torch.bool, device=device),
            batch=batch,
        )

    def forward(self, carry: Carry, batch: Batch) -> tuple[Carry, Outputs]:
        """
        Halted slots start on the questions of `batch`; the others go on with theirs, and the question offered to them
        is lost.
        """
        fresh = carry.halted
        states = self.inner.recursion.reset(carry.states, fresh)
        batch = {name: torch.where(_like(fresh, new), new, carry.batch[name]) for name, new in batch.items()}
        states, answer = self.inner(states, batch)

        with torch.no_grad():
            steps = torch.where(fresh, 0, carry.steps) + 1
            last = steps >= self.config.halt_max_steps
            halted, target = last, None
            if self.training and self.config.halt_max_steps > 1:
                halted = last | (answer.q_halt > (answer.q_continue if self.config.learns_to_continue else 0))
                halted = halted & (steps >= self.explore(answer.q_halt, steps))
                if self.config.learns_to_continue:
                    target = self.value_of_going_on(states, batch, last)
        outputs = Outputs(answer.logits, answer.q_halt, answer.q_continue, target)
        return Carry(states, steps, halted, batch), outputs

    def explore(self, q_halt: Tensor, steps: Tensor) -> Tensor:
        """Steps [B] before which a slot must not halt: for a share of them drawn from 2..max, for the others none."""
        chosen = torch.rand_like(q_halt) < self.config.halt_exploration_prob
        return chosen * torch.randint_like(steps, low=2, high=self.config.halt_max_steps + 1)

    def value_of_going_on(self, states: States, batch: Batch, last: Tensor) -> Tensor:
        """The Q head one step later [B]: the better of its two choices there, or halting if that is the end."""
        _, later = self.inner(states, batch)
        best = torch.maximum(later.q_halt, later.q_continue)
        return torch.where(last, later.q_halt, best).sigmoid()


def _like(flags: Tensor, values: Tensor) -> Tensor:
    """Flags [B] in a shape that broadcasts against values [B, ...]."""
    return flags.view(-1, *(1 for _ in values.shape[1:]))
