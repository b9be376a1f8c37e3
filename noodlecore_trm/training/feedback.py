"""
Rows of feedback as choices to learn from.

A row knows of one action what it came to, and of the others nothing. Rows about the same choice are put together: what
is learned of an action is the best plan that was measured to begin with it, as it is in labels. Which actions are known
was up to whoever chose, so that what it liked is known too often: an action counts for the more, the less likely it
was, within bounds. And it counts for the less, the less sure its measurements are.

What was measured is what the whole plan came to. Labels, with `haste`, ask for what an action brings at once as well:
the first rewrite of a plan is taken to have brought an equal share of it.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import torch

from noodlecore_trm.encoding import BadSamples, Sample, Verdicts, Vocabulary
from noodlecore_trm.encoding.sample import remaining_number
from noodlecore_trm.encoding.taken import unpack_taken
from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.feedback import MeasuredChange
from noodlecore_trm.files import parse_json, write_whole
from noodlecore_trm.models.scoring import ScoringModel
from noodlecore_trm.serving import Model
from noodlecore_trm.teacher.labels import BUDGETS
from noodlecore_trm.training.choices import Choice, ChoiceSet, Draws
from noodlecore_trm.training.config import Settings
from noodlecore_trm.training.corpus import Corpus
from noodlecore_trm.training.group import Group
from noodlecore_trm.training.run import Run

K = TypeVar("K", bound=Hashable)
TIE: Final = 0.03
"""A standard error of the logarithm of a ratio with which what is known of an action counts half."""
_SPAN: Final = 2 * 2.576
"""Standard errors between the bounds of a 99% interval."""
_UNSURE: Final = 0.1
"""The standard error where there are no bounds."""
_LEAST: Final = 1e-10
"""For a measurement that is exact."""
_ROWS, _LINEAGE = "feedback.jsonl", "lineage.json"


@dataclass(frozen=True, eq=False)
class Beginning:
    """
    What a run that learns from feedback begins with: a model, rows, and `lineage`, where both come from. `skipped` says
    for what reasons rows teach nothing.
    """

    model: Model
    choices: tuple[Choice, ...]
    lineage: Mapping[str, Any]
    skipped: Mapping[str, int]

    @property
    def rows(self) -> int:
        """How many rows teach something."""
        return int(self.lineage["feedback"]["rows"]) - sum(self.skipped.values())

    @property
    def digest(self) -> str:
        return hashlib.sha256(json.dumps(self.lineage, sort_keys=True).encode()).hexdigest()[:16]


def choices_of(
    rows: Iterable[MeasuredChange], vocabulary: Vocabulary, settings: Settings
) -> tuple[list[Choice], Counter[str]]:
    """What rows teach about choices in a vocabulary, and for what reasons others teach nothing."""
    told: dict[tuple[str, bytes], list[_Told]] = {}
    skipped: Counter[str] = Counter()
    for row in rows:
        try:
            each = _told(row, vocabulary, settings)
        except BadSamples as problem:
            skipped[str(problem)] += 1
        else:
            told.setdefault((row.ir_hash, each.sample.to_bytes()), []).append(each)
    return [_choice(group) for group in told.values()], skipped


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """
    What a row says: the choice, the action as a place in it, the plan that was measured, what that teaches of the
    action, with its standard error, and how much rarer it was tried than others.
    """

    sample: Sample
    place: int
    plan: tuple[str, ...]
    worth: float
    error: float
    rarity: float


def _told(row: MeasuredChange, vocabulary: Vocabulary, settings: Settings) -> _Told:
    """Raises BadSamples for a row that teaches nothing."""
    if row.ratio is None:
        raise BadSamples("nothing was measured")
    if row.outcome == "different":
        raise BadSamples("the result was another")
    if not row.sample:
        raise BadSamples("they hold no sample")
    try:
        sample, words = unpack_taken(row.sample)
    except BadSamples:
        raise BadSamples("their sample is damaged") from None
    if words != vocabulary:
        raise BadSamples("they are of other rules or another encoding")
    if not row.plan or row.plan[0] != vocabulary.rules[sample.actions[0, 1]]:
        raise BadSamples("their plan is another than their sample says")
    order = np.lexsort((*sample.outlook.T, *sample.actions.T))
    ordered = replace(sample, actions=sample.actions[order], outlook=sample.outlook[order])
    worth = math.log(row.ratio) * (1.0 - settings.haste * (1.0 - 1.0 / len(row.plan)))
    rarity = _rarity(row.propensity, len(order), settings.most_weight)
    return _Told(ordered, int(np.argmin(order)), row.plan, worth, _error(row), rarity)


def _choice(told: Sequence[_Told]) -> Choice:
    """What rows about the same choice teach together."""
    sample = told[0].sample
    worth = np.full(len(sample.actions), np.nan, np.float32)
    weights = []
    for place, rows in _grouped(told, lambda each: each.place).items():
        plans = _grouped(rows, lambda each: each.plan).values()
        worth[place], error = max(map(_pooled, plans), key=lambda pooled: pooled[0] - pooled[1])
        rarity = sum(each.rarity for each in rows) / len(rows)
        weights.append(rarity / (1.0 + (error / TIE) ** 2))
    weight = sum(weights) / len(weights)
    return Choice(sample, _budget(sample), worth, Verdicts.none(len(worth)), weight, whole=False)


def _grouped(told: Iterable[_Told], key: Callable[[_Told], K]) -> dict[K, list[_Told]]:
    groups: dict[K, list[_Told]] = {}
    for each in told:
        groups.setdefault(key(each), []).append(each)
    return groups


def _pooled(told: Sequence[_Told]) -> tuple[float, float]:
    """What measurements of one plan say together, with the standard error: the surer ones count for more."""
    sureness = [1.0 / each.error**2 for each in told]
    total = sum(sureness)
    return sum(each.worth * sure for each, sure in zip(told, sureness, strict=True)) / total, math.sqrt(1.0 / total)


def _rarity(propensity: float | None, actions: int, most: float) -> float:
    """How much rarer an action was tried than if all, and stopping, were tried as often; cut off both ways."""
    even = 1.0 / (actions + 1)
    return min(most, max(1.0 / most, even / (1.0 if propensity is None else propensity)))


def _error(row: MeasuredChange) -> float:
    """The standard error of the logarithm of a ratio."""
    low, high = row.lower_bound, row.upper_bound
    return _UNSURE if low is None or high is None else max(_LEAST, math.log(high / low) / _SPAN)


def _budget(sample: Sample) -> int:
    """The rewrites left, as far as the sample tells."""
    numbers = {remaining_number(None if budget == BUDGETS[-1] else budget): budget for budget in BUDGETS}
    return numbers.get(int(sample.context[0]), BUDGETS[-1])


class Replay:
    """Batches of which a share is drawn from labels, and the rest from feedback."""

    def __init__(self, labels: ChoiceSet, feedback: tuple[Choice, ...], share: float) -> None:
        self._labels: Draws = labels
        self._feedback = feedback
        self._share = share

    def draw(self, rng: np.random.Generator, size: int) -> list[Choice]:
        again = round(self._share * size) if self._feedback else size
        drawn = self._labels.draw(rng, again) if again else []
        return drawn + [self._feedback[place] for place in rng.integers(len(self._feedback), size=size - again)]


class FeedbackRun(Run):
    """
    A run that starts with the weights of a model, and learns from feedback as well. Raises ConfigurationError if the
    labels or the settings are of another model.
    """

    def __init__(
        self, settings: Settings, corpus: Corpus, folder: Path, group: Group, beginning: Beginning
    ) -> None:
        self.beginning = beginning
        super().__init__(settings, corpus, folder, group)

    def made_model(self) -> ScoringModel:
        model, base = super().made_model(), self.beginning.model
        if base.vocabulary != self.corpus.vocabulary:
            raise ConfigurationError(
                "labels: they are of other rules, or another encoding, than the model to begin with"
            )
        wanted = asdict(model.config)
        for name, value in asdict(base.architecture).items():
            if wanted[name] != value:
                raise ConfigurationError(f"{name}: {wanted[name]}, and {value} in the model to begin with")
        model.load_state_dict({name: torch.from_numpy(np.array(weights)) for name, weights in base.weights.items()})
        return model

    def drawn_from(self) -> Replay:
        labels = ChoiceSet(self.corpus.train, self.settings.haste)
        return Replay(labels, self.beginning.choices, self.settings.replay)

    @property
    def digest(self) -> str:
        return f"{super().digest}-{self.beginning.digest}"


# in the folder of a run, so that it goes on with the same rows


def keep_rows(folder: Path, rows: Iterable[MeasuredChange]) -> tuple[int, str]:
    """Write rows to the folder of a run. Returns how many, and a digest of them. Raises OSError."""
    lines = [json.dumps(row.to_dict(), sort_keys=True) + "\n" for row in rows]
    whole = "".join(lines).encode()
    write_whole(folder / _ROWS, whole)
    return len(lines), hashlib.sha256(whole).hexdigest()


def kept_rows(folder: Path) -> Iterator[MeasuredChange]:
    """What `keep_rows` wrote. Raises ConfigurationError for what it did not, and OSError."""
    path = folder / _ROWS
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield MeasuredChange.from_dict(parse_json(line))
            except ValueError as problem:
                raise ConfigurationError(f"{path}:{number}: {problem}") from None


def keep_lineage(folder: Path, lineage: Mapping[str, Any]) -> None:
    """Raises OSError."""
    whole = (json.dumps(lineage, indent=1, sort_keys=True) + "\n").encode()
    write_whole(folder / _LINEAGE, whole)


def kept_lineage(folder: Path) -> dict[str, Any] | None:
    """What `keep_lineage` wrote; None in the folder of another run. Raises ConfigurationError, and OSError."""
    try:
        return dict(parse_json((folder / _LINEAGE).read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as problem:
        raise ConfigurationError(f"{folder / _LINEAGE}: {problem}") from None
