"""The seat of the learned chooser."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from noodlecore_trm.choosers.chooser import Answer, ChooserUnavailable, Proposal, State, Unsuited
from noodlecore_trm.choosers.classic import gain_at
from noodlecore_trm.choosers.cost import frequency, spent
from noodlecore_trm.choosers.plans import REMARKS
from noodlecore_trm.choosers.table import Table, current_table
from noodlecore_trm.ir.op import Op, everything
from noodlecore_trm.refine import Tried
from noodlecore_trm.rules.listing import Candidate, growth
from noodlecore_trm.rules.rule import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from noodlecore_trm.encoding import Action, Sample, Vocabulary

OUTCOMES: Final = ("not planned", "applied", *REMARKS)
"""What may have become of an action in a plan, as numbers in `Feedback.outcomes`."""


@dataclass(frozen=True, eq=False)
class Feedback:
    """
    What became of the s answers that were tried, for c actions: the outcome of each action in each answer, and the
    score and the confidence of each answer.
    """

    outcomes: NDArray[np.uint8]  # [s, c]
    answers: NDArray[np.float32]  # [s, 2]


@dataclass(frozen=True, eq=False)
class Scores:
    """
    What a model says of the actions of a sample: a score for each, the score of stopping, and the logit of being done.

    Actions that score above `stop` are worth it, the higher the better.
    """

    actions: NDArray[np.floating[Any]]  # [c]
    stop: float
    halt: float


class Scorer(Protocol):
    """A model that is ready to serve. Same sample and feedback, same scores."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that it was trained with."""
        ...

    def score(self, sample: Sample, feedback: Feedback) -> Scores: ...


def read_scorer(path: Path) -> Scorer:
    """The model in a file. Raises ChooserUnavailable if there is none that this version can read."""
    import numpy  # noqa: F401  (whatever is to be read needs it)

    if not path.is_file():
        raise ChooserUnavailable(f"no model at {path}")
    raise ChooserUnavailable(f"{path} is not a model this version can read")


class TRMChooser:
    """
    Proposes plans by the scores of a model: the highest that are above that of stopping and do not touch each other.

    The model is the one at a path, or at `NOODLE_TRM_MODEL_PATH`; `read` makes it ready to serve. Raises
    ChooserUnavailable when no model is installed.
    """

    name = "trm"

    def __init__(
        self, model_path: str = "", read: Callable[[Path], Scorer] = read_scorer, table: Table | None = None
    ) -> None:
        path = model_path or os.environ.get("NOODLE_TRM_MODEL_PATH", "")
        if not path:
            raise ChooserUnavailable("no model installed")
        try:
            self._scorer = read(Path(path))
        except ImportError as problem:
            raise ChooserUnavailable(f"a model needs a package that is not installed: {problem}") from None
        self._table = current_table() if table is None else table
        self._known = frozenset(self._scorer.vocabulary.rules)

    def wants(self, rule: Rule) -> bool:
        return rule.name in self._known

    def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
        known = [index for index, each in enumerate(state.candidates) if self.wants(each.rule)]
        if not known:
            return None
        candidates = [state.candidates[index] for index in known]
        sample = encode_state(state, candidates, self._scorer.vocabulary, self._table)
        scores = self._scorer.score(sample, feedback(tried, known))
        self._check(scores, len(candidates))
        return Proposal(_plan(state, candidates, scores), 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, scores.halt)))))

    def _check(self, scores: Scores, actions: int) -> None:
        import numpy as np

        given = np.asarray(scores.actions)
        if given.shape != (actions,):
            raise ChooserUnavailable(f"the model gave scores of shape {given.shape} for {actions} actions")
        if not np.issubdtype(given.dtype, np.floating):
            raise ChooserUnavailable(f"the model gave scores that are {given.dtype}")
        if not (np.isfinite(given).all() and math.isfinite(scores.stop) and math.isfinite(scores.halt)):
            raise ChooserUnavailable("the model gave a score that is not finite")


def encode_state(state: State, candidates: Sequence[Candidate], vocabulary: Vocabulary, table: Table) -> Sample:
    """
    The arrays of a state for some of its candidates. Raises Unsuited for a function that is too large, and KeyError for
    a candidate whose rule the vocabulary lacks.
    """
    from noodlecore_trm.encoding import TooLarge, encode

    actions = [outlook(each, table, state.cost) for each in candidates]
    try:
        return encode(state.function, actions, vocabulary, remaining=state.remaining, slack=state.slack)
    except TooLarge as problem:
        raise Unsuited(str(problem)) from None


def outlook(candidate: Candidate, table: Table, whole: float) -> Action:
    """What is expected of a candidate in a function of a static cost of `whole`, before it is tried."""
    from noodlecore_trm.encoding import Action

    function = candidate.function
    entry = table.get(candidate.rule.name)
    gain = 0.0 if entry is None or not entry.gains else math.log(gain_at(entry, candidate))
    saved = 0.0
    for edit in candidate.replacement.edits:
        if function.holds(edit.old[0]):
            change = sum(map(spent, edit.old)) - sum(map(spent, edit.new))
            saved += frequency(edit.old[0], function.body) * change
    return Action(candidate, gain, growth(candidate), saved / whole if whole > 0.0 else 0.0)


def feedback(tried: Sequence[Tried[Answer]], known: Sequence[int]) -> Feedback:
    """What became of the answers that were tried, for the candidates with these places in the list."""
    import numpy as np

    columns = {index: column for column, index in enumerate(known)}
    outcomes = np.zeros((len(tried), len(known)), np.uint8)
    answers = np.zeros((len(tried), 2), np.float32)
    for step, each in enumerate(tried):
        answers[step] = each.verdict.score if each.verdict.counts else -1.0, each.confidence
        # nothing is said about the parts of a first answer: they were made one by one
        remarks = each.verdict.remarks or ("",) * len(each.answer)
        for choice, remark in zip(each.answer, remarks, strict=True):
            if choice.index in columns:
                outcomes[step, columns[choice.index]] = OUTCOMES.index(remark or "applied")
    return Feedback(outcomes, answers)


def _plan(state: State, candidates: Sequence[Candidate], scores: Scores) -> tuple[Candidate, ...]:
    """The candidates that are worth it, best first, as many as are allowed, none that takes away what another needs."""
    worth = [column for column, score in enumerate(scores.actions) if score > scores.stop]
    worth.sort(key=lambda column: (-float(scores.actions[column]), column))
    plan: list[Candidate] = []
    taken: set[Op] = set()
    room = state.slack
    for column in worth:
        if state.remaining is not None and len(plan) >= state.remaining:
            break
        candidate = candidates[column]
        if room is not None and growth(candidate) > room:
            continue
        needed = _taken_away(candidate) | {candidate.op}
        if taken.isdisjoint(needed):
            plan.append(candidate)
            taken |= needed
            room = None if room is None else room - growth(candidate)
    return tuple(plan)


def _taken_away(candidate: Candidate) -> set[Op]:
    """The ops that are gone after a candidate; what is only moved stays."""
    edits = candidate.replacement.edits
    kept = {op for edit in edits for root in edit.new for op in everything(root)}
    return {op for edit in edits for root in edit.old for op in everything(root)} - kept
