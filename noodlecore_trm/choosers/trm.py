"""The seat of the learned chooser."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from noodlecore_trm.choosers.chooser import Answer, ChooserUnavailable, Preview, Proposal, State, Unsuited
from noodlecore_trm.choosers.classic import gain_at, place_of
from noodlecore_trm.choosers.cost import frequency, rates_of, spent
from noodlecore_trm.choosers.plans import REMARKS, UNWRITTEN, loses
from noodlecore_trm.choosers.table import Table, current_table
from noodlecore_trm.ir.op import Op
from noodlecore_trm.refine import Tried
from noodlecore_trm.registry import Follower, Registry, registry_folder
from noodlecore_trm.rules.listing import Candidate, growth
from noodlecore_trm.rules.rule import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from noodlecore_trm.encoding import Action, Sample, Verdicts, Vocabulary
    from noodlecore_trm.serving import Scores

OUTCOMES: Final = ("not tried", "applied", *REMARKS)
"""What may have become of an action, as numbers for a model."""
APPLIED: Final = OUTCOMES.index("applied")
UNFIT: Final = OUTCOMES.index(UNWRITTEN)
_SHIPPED: Final = Path(__file__).parent.parent / "serving" / "weights" / "trm.binary.safetensors"
_FEW: Final = 6
"""With so many rewrites left or fewer they are planned one by one, as each of them may open better ones."""
_LOOKED_BEYOND: Final = 3
"""Candidates that are tried for what they make room for."""


class Thought(Protocol):
    """A model thinking about one choice: same sample, same verdicts in each step, same scores."""

    def step(self, verdicts: Verdicts) -> Scores:
        """Think on, knowing what became of each of the actions that were tried."""
        ...


class Scorer(Protocol):
    """A model that is ready to serve."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that it was trained with."""
        ...

    @property
    def precision(self) -> str:
        """What it was quantized to, if it was."""
        ...

    def begin(self, sample: Sample) -> Thought: ...


def read_scorer(path: Path) -> Scorer:
    """The model in a file. Raises ChooserUnavailable if there is none that this version can serve."""
    try:
        status = path.stat()
        return _read_once(path, status.st_size, status.st_mtime_ns)
    except FileNotFoundError:
        raise ChooserUnavailable(f"no model at {path}") from None
    except ImportError as problem:
        raise ChooserUnavailable(f"a model needs a package that is not installed: {problem}") from None
    except (OSError, ValueError) as problem:
        raise ChooserUnavailable(str(problem)) from None


@lru_cache(maxsize=2)
def _read_once(path: Path, size: int, changed: int) -> Scorer:
    with single_threaded():
        from noodlecore_trm.serving import read_model

    model = read_model(path)
    try:
        _check(model)
    except ValueError as problem:
        raise ValueError(f"{path}: {problem}") from None
    return model


def _check(model: Any) -> None:
    """Raises ValueError for a model that is told of other outcomes than there are."""
    if model.architecture.outcomes != len(OUTCOMES):
        raise ValueError(f"a model of {model.architecture.outcomes} outcomes, not {len(OUTCOMES)}")


_THREADS: Final = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@contextmanager
def single_threaded() -> Iterator[None]:
    """
    If numpy is imported in here for the first time, it works in one thread: its matrices are so small that several
    mostly wait for one another. Other programs that are started see nothing of it.
    """
    missing = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(missing, "1"))
    try:
        yield
    finally:
        for name in missing:
            os.environ.pop(name, None)  # another thread may have been here meanwhile


def find_scorer(given: str = "") -> Scorer:
    """
    The model to choose with: that at a given path or in `NOODLE_TRM_MODEL_PATH`, the active one of the registry, or the
    shipped one. Asked again, it gives the one that is active then. Raises ChooserUnavailable if there is none.
    """
    if chosen := _named(given):
        return read_scorer(Path(chosen))
    try:
        with single_threaded():
            active = _follower(registry_folder()).current()
    except ImportError as problem:
        raise ChooserUnavailable(f"a model needs a package that is not installed: {problem}") from None
    return read_scorer(shipped_path()) if active is None else active


@lru_cache(maxsize=4)
def _follower(folder: Path) -> Follower:
    return Follower(Registry(folder), _check)


def model_path(given: str = "") -> Path:
    """Where the model is that `find_scorer` finds. Raises ChooserUnavailable if there is none."""
    if chosen := _named(given):
        return Path(chosen)
    active = Registry().active()
    return shipped_path() if active is None else active.model


def _named(given: str) -> str:
    return given or os.environ.get("NOODLE_TRM_MODEL_PATH", "")


def shipped_path() -> Path:
    """Where the shipped model is. Raises ChooserUnavailable if there is none."""
    if not _SHIPPED.is_file():
        raise ChooserUnavailable("no model installed")
    return _SHIPPED


def whole_path() -> Path:
    """Where the shipped model is in most bits, to be trained on. Raises ChooserUnavailable if there is none."""
    return rung_path(shipped_path(), "bf16")


def rung_path(path: Path, precision: str) -> Path:
    """Where the model in another precision is: beside it, as `NAME.PRECISION.safetensors`; the file itself for ""."""
    if not precision:
        return path
    with single_threaded():
        from noodlecore_trm.serving import LADDER

    name, _, last = path.stem.rpartition(".")
    return path.with_name(f"{name if name and last in LADDER else path.stem}.{precision}{path.suffix}")


def scorer_in(precision: str, given: str = "") -> Scorer:
    """
    The model that `find_scorer` finds, in a precision: that beside it, or else itself if it is in that precision.
    Raises ChooserUnavailable if there is none.
    """
    found = model_path(given)
    path = rung_path(found, precision)
    if not path.exists() and found.is_file() and (scorer := read_scorer(found)).precision == precision:
        return scorer
    scorer = read_scorer(path)
    if scorer.precision != precision:
        raise ChooserUnavailable(f"{path}: the model is in {scorer.precision or 'no precision'}, not {precision}")
    return scorer


class TRMChooser:
    """
    Proposes plans by the scores of a model: the highest of those above 0, none that takes away what another needs.

    Where few rewrites are left, but more than one, an action counts for what it makes room for as well: those that the
    model thinks most of are tried, and it is asked what it sees in reach from there. Otherwise nothing is tried ahead:
    without a limit all that is worth it is made anyway. It is the model at a path, see `find_scorer`, in a `precision`
    if one is named. Raises ChooserUnavailable when there is none.
    """

    name = "trm"

    def __init__(
        self,
        path: str = "",
        find: Callable[[str], Scorer] = find_scorer,
        table: Table | None = None,
        precision: str = "",
    ) -> None:
        self._scorer = scorer_in(precision, path) if precision else find(path)
        self._table = current_table() if table is None else table
        self._known = frozenset(self._scorer.vocabulary.rules)
        self.version: str = getattr(self._scorer, "version", "")

    def wants(self, rule: Rule) -> bool:
        return rule.name in self._known

    def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
        known = [index for index, each in enumerate(state.candidates) if self._may_gain(each)]
        own = tried[1:]  # the first answer was another's
        if not known or (own and not any(own[-1].verdict.remarks)):
            return None  # all went as planned: there is nothing that it does not know
        candidates = [state.candidates[index] for index in known]
        sample = encode_state(state, candidates, self._scorer.vocabulary, self._table)
        trials = Trials(state, candidates, self._scorer.vocabulary, self._table)
        trials.report(own, known)
        scores = self._step(self._scorer.begin(sample), trials.verdicts)
        worth = scores.actions
        if looks_ahead(state.remaining):
            beyond = self._beyond(state, candidates, worth)
            worth = looked_ahead(worth, self._first(sample.with_remaining(1)), beyond)
        return Proposal(_plan(state, candidates, worth), 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, scores.halt)))))

    def _may_gain(self, candidate: Candidate) -> bool:
        return self.wants(candidate.rule) and not loses(candidate, self._table)

    def _beyond(
        self, state: State, candidates: Sequence[Candidate], scores: NDArray[np.floating[Any]]
    ) -> dict[int, float]:
        """Try the best candidates: what is in reach in the states that they lead to, by their places."""
        beyond = {}
        for place in best_places(scores):
            with state.preview((candidates[place],)) as after:
                if after is not None:
                    beyond[place] = self._in_reach(_after(state, candidates[place], after))
        return beyond

    def _in_reach(self, state: State) -> float:
        """The logarithm of the speed-up that the model sees in reach in a state."""
        known = tuple(filter(self._may_gain, state.candidates))
        if not known:
            return 0.0
        return max(0.0, float(self._first(encode_state(state, known, self._scorer.vocabulary, self._table)).max()))

    def _first(self, sample: Sample) -> NDArray[np.floating[Any]]:
        """What the model thinks of the actions of a choice after one step."""
        from noodlecore_trm.encoding import Verdicts

        return self._step(self._scorer.begin(sample), Verdicts.none(len(sample.actions))).actions

    def _step(self, thought: Thought, verdicts: Verdicts) -> Scores:
        import numpy as np

        scores = thought.step(verdicts)
        given, expected = np.asarray(scores.actions), verdicts.outcomes.shape
        if given.shape != expected:
            raise ChooserUnavailable(f"the model gave scores of shape {given.shape} for {expected[0]} actions")
        if not np.issubdtype(given.dtype, np.floating):
            raise ChooserUnavailable(f"the model gave scores that are {given.dtype}")
        if not (np.isfinite(given).all() and math.isfinite(scores.value) and math.isfinite(scores.halt)):
            raise ChooserUnavailable("the model gave a score that is not finite")
        return scores


class Trials:
    """What is known of each candidate from trying it."""

    def __init__(self, state: State, candidates: Sequence[Candidate], vocabulary: Vocabulary, table: Table) -> None:
        from noodlecore_trm.encoding import Verdicts

        self._state = state
        self._candidates = candidates
        self._numbers = vocabulary.rule_numbers
        self._table = table
        self._known = {place_of(each) for each in state.candidates}
        self.verdicts = Verdicts.none(len(candidates))

    def report(self, tried: Sequence[Tried[Answer]], known: Sequence[int]) -> None:
        """Take over what became of the parts of answers, which are places in a list; `known` are the candidates'."""
        columns = {index: column for column, index in enumerate(known)}
        for each in tried:
            for choice, remark in zip(each.answer, each.verdict.remarks, strict=True):
                if choice.index in columns:
                    self._try(columns[choice.index], OUTCOMES.index(remark or "applied"))

    def _try(self, place: int, outcome: int) -> None:
        told, before = self.verdicts, self._state.cost
        with self._state.preview((self._candidates[place],)) as after:
            fits = after is not None and after.cost > 0.0 and before > 0.0
            told.outcomes[place] = outcome if fits else UNFIT
            if after is not None and fits:
                opened = [each for each in after.candidates if place_of(each) not in self._known]
                told.opens[place], told.numbers[place] = verdict(before, after.cost, opened, self._numbers, self._table)


def _after(state: State, candidate: Candidate, after: Preview) -> State:
    """The state that a preview of a candidate shows."""
    return replace(
        state,
        function=after.function,
        candidates=after.candidates,
        cost=after.cost,
        size=after.size,
        remaining=None if state.remaining is None else state.remaining - 1,
        slack=None if state.slack is None else max(0, state.slack + state.size - after.size),
        history=(*state.history, candidate.rule.name),
    )


def looks_ahead(remaining: int | None) -> bool:
    """Whether what an action makes room for counts, with so many rewrites left: some may follow it, but few."""
    return remaining is not None and 1 < remaining <= _FEW


def best_places(scores: NDArray[np.floating[Any]]) -> list[int]:
    """The places of the actions that are worth trying, best first."""
    return sorted(range(len(scores)), key=lambda place: (-float(scores[place]), place))[:_LOOKED_BEYOND]


def looked_ahead(
    scores: NDArray[np.floating[Any]], alone: NDArray[np.floating[Any]], beyond: Mapping[int, float]
) -> NDArray[np.floating[Any]]:
    """
    Scores of actions, [c]: where it is known what is in reach `beyond` one, the mean of its score and of that with what
    it is worth `alone`.
    """
    both = scores.copy()
    for place, more in beyond.items():
        both[place] = (scores[place] + alone[place] + more) / 2
    return both


def verdict(
    before: float, after: float, opened: Iterable[Candidate], numbers: Mapping[str, int], table: Table
) -> tuple[int, tuple[float, ...]]:
    """
    What there is to say of an action that changes a static cost of `before` to `after`, both above 0, and opens
    candidates: the number of the rule of the best of them and 1, 0 for none, and one number for each of
    `encoding.vocabulary.VERDICT`. `numbers` are those of the rules that count.
    """
    best: tuple[float, ...] = (0.0,) * 4
    promise, number, most = 0.0, 0, -math.inf
    for each in opened:
        if each.rule.name in numbers:
            action = outlook(each, table, after)
            worth = max(action.saving, action.expected)
            promise += max(0.0, worth)
            if worth > most:
                best, number, most = action.outlook, numbers[each.rule.name] + 1, worth
    return number, (math.log(before / after), promise, *best)


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
    gain = 1.0 if entry is None or not entry.gains else gain_at(entry, candidate)
    rates = rates_of(function)
    saved = expected = 0.0
    if whole > 0.0:
        for edit in candidate.replacement.edits:
            if function.holds(edit.old[0]):
                after = rates.after(edit)
                change = sum(spent(root, rates) for root in edit.old) - sum(spent(root, after) for root in edit.new)
                saved += frequency(edit.old[0], function.body, rates) * change / whole
        often = frequency(candidate.op, function.body, rates)
        expected = often * spent(candidate.op, rates) * (1.0 - 1.0 / gain) / whole
    return Action(candidate, math.log(gain), growth(candidate), saved, expected)


def _plan(
    state: State, candidates: Sequence[Candidate], scores: NDArray[np.floating[Any]]
) -> tuple[Candidate, ...]:
    """The candidates that are worth it, best first, as many as are allowed, none that takes away what another needs."""
    worth = [column for column, score in enumerate(scores) if score > 0.0]
    worth.sort(key=lambda column: (-float(scores[column]), column))
    plan: list[Candidate] = []
    taken: set[Op] = set()
    room, most = state.slack, state.remaining
    if most is not None and most <= _FEW:
        most = 1
    for column in worth:
        if most is not None and len(plan) >= most:
            break
        candidate = candidates[column]
        if room is not None and growth(candidate) > room:
            continue
        needed = candidate.replacement.gone | {candidate.op}
        if taken.isdisjoint(needed):
            plan.append(candidate)
            taken |= needed
            room = None if room is None else room - growth(candidate)
    return tuple(plan)
