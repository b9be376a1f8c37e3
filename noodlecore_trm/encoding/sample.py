"""The arrays of a choice, and of what is known of its actions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.encoding.vocabulary import CONTEXT, VERDICT
from noodlecore_trm.rules.listing import Candidate


@dataclass(frozen=True, slots=True)
class Action:
    """A candidate, and what is expected of it: see `vocabulary.OUTLOOK`."""

    candidate: Candidate
    gain: float
    growth: float
    saving: float
    expected: float

    @property
    def outlook(self) -> tuple[float, ...]:
        """One number for each of `vocabulary.OUTLOOK`."""
        return self.gain, self.growth / 100.0, self.saving, self.expected


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

    def with_remaining(self, rewrites: int | None) -> Self:
        """The same choice with so many rewrites left, None for no limit."""
        context = self.context.copy()
        context[CONTEXT.index("remaining")] = remaining_number(rewrites)
        return replace(self, context=context)

    def to_bytes(self) -> bytes:
        """Equal for equal samples only."""
        arrays = self.ops, self.edges, self.actions, self.outlook, self.context
        return b"".join(np.int64(len(each)).tobytes() + each.tobytes() for each in arrays)


@dataclass(frozen=True, eq=False)
class Verdicts:
    """
    What is known of c actions from trying them: what became of each (0 for not tried), the number of the rule of the
    best action that it opens and 1 (0 for none), and the numbers of `vocabulary.VERDICT`.
    """

    outcomes: NDArray[np.uint8]  # [c]
    opens: NDArray[np.uint16]  # [c]
    numbers: NDArray[np.float32]  # [c, VERDICT]

    @classmethod
    def none(cls, actions: int) -> Self:
        """Nothing has been tried."""
        return cls(
            np.zeros(actions, np.uint8), np.zeros(actions, np.uint16), np.zeros((actions, len(VERDICT)), np.float32)
        )


def remaining_number(rewrites: int | None) -> int:
    """The number in the context for so many rewrites left, None for no limit."""
    return 7 if rewrites is None else rewrites if rewrites < 5 else 5 if rewrites < 7 else 6
