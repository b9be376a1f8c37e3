"""The labelled functions that a run learns from, and those that it is judged by. What is held out is left alone."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from noodlecore_trm.encoding import Vocabulary
from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.teacher.corpus import read_splits
from noodlecore_trm.teacher.labels import Labels, load_labels


@dataclass(frozen=True, eq=False)
class Corpus:
    """
    Labels by split, the vocabulary that all of them have, and a digest of all that is in them.

    `functions` says how many there are in each split, held out ones included.
    """

    train: tuple[Labels, ...]
    development: tuple[Labels, ...]
    vocabulary: Vocabulary
    digest: str
    functions: Mapping[str, int]


def read_corpus(folder: Path, programs: Path | None = None) -> Corpus:
    """
    The labels in a folder, split by family as the `splits.json` in or above the folder of programs says. It does not
    matter which file a function is in.

    Raises ConfigurationError if there is nothing to train on or to judge by, or a family is in no split; BadSamples
    and BadCorpus for a file that is none; OSError.
    """
    every, vocabulary = load_labels(folder)
    splits = read_splits([programs or folder])
    found: dict[str, list[Labels]] = {"train": [], "development": []}
    counted: Counter[str] = Counter()
    digest = hashlib.sha256()
    for labels in sorted(every, key=lambda each: each.identity):
        if labels.family not in splits:
            raise ConfigurationError(f"labels: {folder}: the family {labels.family} is in no split")
        split = splits[labels.family]
        counted[split] += 1
        digest.update(f"{labels.identity} {labels.family} {split} ".encode())
        for array in _arrays(labels):
            digest.update(array.tobytes())
        if split in found:
            found[split].append(labels)
    for split, functions in found.items():
        if not any(len(each.samples[0].actions) for each in functions):
            raise ConfigurationError(f"labels: {folder} holds no choices for {split}")
    return Corpus(
        tuple(found["train"]), tuple(found["development"]), vocabulary, digest.hexdigest()[:16], dict(counted)
    )


def _arrays(labels: Labels) -> Iterator[NDArray[Any]]:
    for sample in labels.samples:
        yield from (sample.ops, sample.edges, sample.actions, sample.outlook, sample.context)
    for told in labels.verdicts:
        yield from (told.outcomes, told.opens, told.numbers)
    yield from labels.worth
    yield from labels.targets
    yield from (labels.expanded, labels.costs, labels.static, labels.sizes)
