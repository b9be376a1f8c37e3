"""The labelled functions that a run learns from, and those that it is judged by. What is held out is left alone."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noodlecore_trm.encoding import Vocabulary
from noodlecore_trm.errors import ConfigurationError
from noodlecore_trm.teacher.corpus import read_splits
from noodlecore_trm.teacher.labels import Labels, load_labels


@dataclass(frozen=True, eq=False)
class Corpus:
    """
    Labels by split, the vocabulary that all of them have, and a digest of their files.

    `functions` says how many there are in each split, held out ones included.
    """

    train: tuple[Labels, ...]
    development: tuple[Labels, ...]
    vocabulary: Vocabulary
    digest: str
    functions: Mapping[str, int]


def read_corpus(folder: Path, programs: Path | None = None) -> Corpus:
    """
    The labels in a folder, split by family as the `splits.json` in or above the folder of programs says.

    Raises ConfigurationError if there is nothing to train on or to judge by, or a family is in no split; BadSamples
    and BadCorpus for a file that is none; OSError.
    """
    files = sorted(folder.glob("*.npz"))
    if not files:
        raise ConfigurationError(f"labels: {folder} holds no labels")
    splits = read_splits([programs or folder])
    found: dict[str, list[Labels]] = {"train": [], "development": []}
    counted: Counter[str] = Counter()
    digest = hashlib.sha256()
    vocabulary = None
    for file in files:
        labels, words = load_labels(file)
        if words != (vocabulary := vocabulary or words):
            raise ConfigurationError(f"labels: {file} has another vocabulary than {files[0]}")
        if labels.family not in splits:
            raise ConfigurationError(f"labels: {file}: its family {labels.family} is in no split")
        split = splits[labels.family]
        counted[split] += 1
        digest.update(f"{file.name} {split} ".encode() + hashlib.sha256(file.read_bytes()).digest())
        if split in found:
            found[split].append(labels)
    for split, functions in found.items():
        if not any(len(each.samples[0].actions) for each in functions):
            raise ConfigurationError(f"labels: {folder} holds no choices for {split}")
    assert vocabulary is not None
    return Corpus(
        tuple(found["train"]), tuple(found["development"]), vocabulary, digest.hexdigest()[:16], dict(counted)
    )
