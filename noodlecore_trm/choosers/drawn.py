"""
A chooser that draws: what is measured of its plans shows what else there is than what a model likes.

What it draws depends on nothing but its number and the state, so that a plan can be followed again, or part of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from noodlecore_trm.choosers.chooser import State
from noodlecore_trm.choosers.table import Table, current_table
from noodlecore_trm.choosers.trm import Scorer, encode_state
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from noodlecore_trm.encoding import Sample

CURIOUS: Final = 0.3
"""The part of choices that are drawn from all actions, and stopping, alike."""
SHARPNESS: Final = 0.1
"""The difference of scores that makes an action e times as likely, in the others."""
MOST: Final = 6
"""Rewrites of one plan: there are rules that undo each other, so that draws need not come to an end."""


@dataclass(frozen=True, eq=False)
class Draw:
    """A rewrite that was drawn: its rule, the choice, the action as a place in it, and how likely that was."""

    rule: str
    sample: Sample
    place: int
    likely: float


class DrawnChooser:
    """
    Rewrites one function, at most so often, by the draws of a number, until it comes to a choice that there was;
    `draws` are those since it was made. Raises `Unsuited` for a function that is too large.
    """

    name = "drawn"

    def __init__(
        self, function: str, number: int, scorer: Scorer, most: int = MOST, table: Table | None = None
    ) -> None:
        self._function, self._number, self._most = function, number, most
        self._scorer = scorer
        self._table = current_table() if table is None else table
        self._known = frozenset(scorer.vocabulary.rules)
        self._draws: dict[int, Draw] = {}

    @property
    def draws(self) -> tuple[Draw, ...]:
        return tuple(self._draws[number] for number in sorted(self._draws))

    def wants(self, rule: Rule) -> bool:
        return rule.name in self._known

    def choose(self, state: State) -> Candidate | None:
        from noodlecore_trm.encoding import Verdicts

        known = [each for each in state.candidates if self.wants(each.rule)]
        turn = len(state.history)
        if state.function.scope.qualname != self._function or turn >= self._most or not known:
            return None
        sample = encode_state(state, known, self._scorer.vocabulary, self._table)
        if any(turn > before and sample == draw.sample for before, draw in self._draws.items()):
            return None
        scores = self._scorer.begin(sample).step(Verdicts.none(len(known))).actions
        likely = chances(scores)
        place = self._drawn(sample, likely) - 1
        self._draws.pop(turn, None)  # what was drawn there before could not be made
        if place < 0:
            return None
        self._draws[turn] = Draw(known[place].rule.name, sample, place, float(likely[place + 1]))
        return known[place]

    def _drawn(self, sample: Sample, likely: NDArray[np.floating]) -> int:
        import numpy as np

        seed = hashlib.sha256(b"%d " % self._number + sample.to_bytes()).digest()
        return int(np.random.default_rng(int.from_bytes(seed, "big")).choice(len(likely), p=likely))


def chances(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    """How likely stopping and each of c actions is to be drawn, [1 + c], by the scores of a model, [c]."""
    import numpy as np

    sharp = np.concatenate(([0.0], np.asarray(scores, np.float64))) / SHARPNESS
    wanted = np.exp(sharp - sharp.max())
    likely = (1.0 - CURIOUS) * wanted / wanted.sum() + CURIOUS / len(sharp)
    return np.asarray(likely / likely.sum())
