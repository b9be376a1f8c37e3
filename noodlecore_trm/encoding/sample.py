"""The arrays of one choice, and of several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK
from noodlecore_trm.rules.listing import Candidate


@dataclass(frozen=True, slots=True)
class Action:
    """A candidate, and what is expected of it: see `vocabulary.OUTLOOK`."""

    candidate: Candidate
    gain: float
    growth: float
    saving: float


@dataclass(frozen=True, eq=False)
class Sample:
    """
    One choice: a function of n ops with m edges, and c actions to choose from.

    `ops` are the ops in order of evaluation, a row each with the columns of `vocabulary.COLUMNS`; `edges` are
    triples of a relation (a place in `vocabulary.RELATIONS`), the row of the op that is it, and the row of the op that
    hears it; `actions` are pairs of the row of an op and the number of a rule; `outlook` is what is expected of each.
    """

    ops: NDArray[np.uint8]  # [n, COLUMNS]
    edges: NDArray[np.uint16]  # [m, 3]
    actions: NDArray[np.uint16]  # [c, 2]
    outlook: NDArray[np.float32]  # [c, OUTLOOK]
    context: NDArray[np.uint8]  # [CONTEXT]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sample) and self.to_bytes() == other.to_bytes()

    def __hash__(self) -> int:
        return hash(self.to_bytes())

    def to_bytes(self) -> bytes:
        """Equal for equal samples only."""
        arrays = self.ops, self.edges, self.actions, self.outlook, self.context
        return b"".join(np.int64(len(each)).tobytes() + each.tobytes() for each in arrays)


@dataclass(frozen=True, eq=False)
class Batch:
    """
    B samples side by side, padded with 0 to N ops and C actions; the masks say what is no padding.

    `edges` stay apart: an int64 array [m, 3] for each sample, with the rows of that sample.
    """

    ops: NDArray[np.uint8]  # [B, N, COLUMNS]
    op_mask: NDArray[np.bool_]  # [B, N]
    edges: tuple[NDArray[np.int64], ...]
    actions: NDArray[np.int64]  # [B, C, 2]
    outlook: NDArray[np.float32]  # [B, C, OUTLOOK]
    action_mask: NDArray[np.bool_]  # [B, C]
    context: NDArray[np.uint8]  # [B, CONTEXT]

    @property
    def sizes(self) -> list[int]:
        """The number of ops of each sample."""
        return [int(size) for size in self.op_mask.sum(1)]


def pad(samples: Sequence[Sample]) -> Batch:
    """Samples as a batch. Raises ValueError if there are none."""
    if not samples:
        raise ValueError("no samples")
    batch = len(samples)
    places = max(len(sample.ops) for sample in samples)
    choices = max(len(sample.actions) for sample in samples)
    ops = np.zeros((batch, places, len(COLUMNS)), np.uint8)
    op_mask = np.zeros((batch, places), np.bool_)
    actions = np.zeros((batch, choices, 2), np.int64)
    outlook = np.zeros((batch, choices, len(OUTLOOK)), np.float32)
    action_mask = np.zeros((batch, choices), np.bool_)
    context = np.zeros((batch, len(CONTEXT)), np.uint8)
    for number, sample in enumerate(samples):
        ops[number, : len(sample.ops)] = sample.ops
        op_mask[number, : len(sample.ops)] = True
        actions[number, : len(sample.actions)] = sample.actions
        outlook[number, : len(sample.actions)] = sample.outlook
        action_mask[number, : len(sample.actions)] = True
        context[number] = sample.context
    edges = tuple(sample.edges.astype(np.int64) for sample in samples)
    return Batch(ops, op_mask, edges, actions, outlook, action_mask, context)
