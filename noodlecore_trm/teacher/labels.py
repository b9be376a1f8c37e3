"""What is known about the choices in one function, and its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import BadSamples, Sample, Verdicts, Vocabulary
from noodlecore_trm.encoding.storage import pack_samples, read_arrays, split_rows, unpack_samples, write_arrays
from noodlecore_trm.encoding.vocabulary import VERDICT

SCHEMA: Final = "urn:noodlecore-trm:labels:2"
BUDGETS: Final = (1, 2, 3, 4, 6, 12)
"""Rewrites left; 12 stands for no limit."""
_WORDS: Final = ("identity", "family", "program", "qualname")
_TABLES: Final[dict[str, tuple[int, Any]]] = {
    "worth": (len(BUDGETS), np.float32), "targets": (1, np.int32), "outcomes": (1, np.uint8), "opens": (1, np.uint16),
    "numbers": (len(VERDICT), np.float32),
}  # fmt: skip
_TOLD: Final = ("outcomes", "opens", "numbers")
_COLUMNS: Final[dict[str, Any]] = {
    "expanded": np.int32, "costs": np.float64, "static": np.float64, "sizes": np.int32,
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Labels:
    """
    Versions of one function, and choices made in s of them.

    Choice i is made in version `expanded[i]` and has c actions, in the order of `samples[i].actions`. `samples[0]` is
    the function as it was written, version 0, with no limits. `verdicts` are what trying each action tells. `worth` is,
    for each number of rewrites left in BUDGETS, the logarithm of the speed-up over the version that was found to be
    reachable with the action; NaN where it did not fit. Stopping is worth 0. `targets` is the version that the action
    leads to, -1 where it did not fit. Of each of the v versions `costs` are nanoseconds of the function's calls by the
    weights, `static` the static cost and `sizes` ops.
    """

    identity: str
    family: str
    program: str
    qualname: str
    samples: tuple[Sample, ...]
    verdicts: tuple[Verdicts, ...]  # each of c
    worth: tuple[NDArray[np.float32], ...]  # each [len(BUDGETS), c]
    targets: tuple[NDArray[np.int32], ...]  # each [c]
    expanded: NDArray[np.int32]  # [s]
    costs: NDArray[np.float64]  # [v]
    static: NDArray[np.float64]  # [v]
    sizes: NDArray[np.int32]  # [v]


def save_labels(path: str | Path, labels: Labels, vocabulary: Vocabulary) -> None:
    """Write labels; whoever reads sees all of it or nothing. Raises OSError."""
    document: dict[str, Any] = {name: getattr(labels, name) for name in _WORDS}
    document |= {"schema": SCHEMA, "vocabulary": vocabulary.to_dict()}
    arrays = pack_samples(labels.samples)
    actions = len(arrays["actions"])
    tables = {
        "worth": np.concatenate([worth.T for worth in labels.worth]),
        "targets": np.concatenate(labels.targets),
        "outcomes": np.concatenate([each.outcomes for each in labels.verdicts]),
        "opens": np.concatenate([each.opens for each in labels.verdicts]),
        "numbers": np.concatenate([each.numbers for each in labels.verdicts]),
    }
    for name, (width, kind) in _TABLES.items():
        arrays[name] = tables[name].reshape(actions, width).astype(kind, copy=False)
    for name, kind in _COLUMNS.items():
        arrays[name] = getattr(labels, name).astype(kind, copy=False)
    write_arrays(path, document, arrays)


def load_labels(path: str | Path) -> tuple[Labels, Vocabulary]:
    """Labels of a file, and the vocabulary of their samples. Raises BadSamples for what holds none, and OSError."""
    document, arrays = read_arrays(path, SCHEMA)
    try:
        vocabulary = Vocabulary.from_dict(document["vocabulary"])
        count = len(arrays["expanded"])
        samples = unpack_samples(arrays, count, vocabulary)
        tables = {name: _rows_of(arrays, name, count, *shape) for name, shape in _TABLES.items()}
        words: dict[str, Any] = {name: str(document[name]) for name in _WORDS}
        columns: dict[str, Any] = {name: _column(arrays, name) for name in _COLUMNS}
        labels = Labels(
            **words,
            samples=tuple(samples),
            verdicts=tuple(
                Verdicts(outcomes[:, 0], opens[:, 0], numbers)
                for outcomes, opens, numbers in zip(*(tables[name] for name in _TOLD), strict=True)
            ),
            worth=tuple(np.ascontiguousarray(rows.T) for rows in tables["worth"]),
            targets=tuple(rows[:, 0] for rows in tables["targets"]),
            **columns,
        )
        _check(labels, len(vocabulary.rules))
    except (KeyError, TypeError, ValueError) as problem:
        raise BadSamples(f"{path}: no labels: {problem}") from None
    return labels, vocabulary


def load_folder(folder: str | Path) -> tuple[list[Labels], Vocabulary]:
    """
    All labels of a folder, in the order of their files, and the vocabulary that they share. Raises BadSamples if there
    are none, for a file that holds none, and if they do not share one; and OSError.
    """
    found: list[Labels] = []
    shared = None
    for file in sorted(Path(folder).glob("*.npz")):
        labels, vocabulary = load_labels(file)
        if vocabulary != (shared := shared or vocabulary):
            raise BadSamples(f"{file}: its vocabulary is another than that of the other labels")
        found.append(labels)
    if shared is None:
        raise BadSamples(f"{folder}: holds no labels")
    return found, shared


def _rows_of(
    arrays: Mapping[str, NDArray[Any]], name: str, count: int, width: int, kind: Any
) -> list[NDArray[Any]]:
    """The rows of a table that has one for each action."""
    return split_rows({name: arrays[name], f"{name}_rows": arrays["actions_rows"]}, name, count, width, kind)


def _column(arrays: Mapping[str, NDArray[Any]], name: str) -> NDArray[Any]:
    column = arrays[name]
    if column.ndim != 1 or column.dtype != _COLUMNS[name]:
        raise ValueError(f"{name} are {column.dtype} {column.shape}")
    return column


def _check(labels: Labels, rules: int) -> None:
    versions = len(labels.costs)
    if len(labels.static) != versions or len(labels.sizes) != versions or not labels.samples:
        raise ValueError("there are not as many of one as of another")
    if labels.expanded[0] != 0 or not _within(labels.expanded, 0, versions):
        raise ValueError("a version that there is not")
    if not np.isfinite(labels.costs).all() or (labels.costs <= 0).any():
        raise ValueError("a cost that is none")
    for worth, targets, told in zip(labels.worth, labels.targets, labels.verdicts, strict=True):
        if not _within(targets, -1, versions):
            raise ValueError("an action that leads nowhere")
        if (told.outcomes >= len(OUTCOMES)).any() or (told.opens > rules).any() or not np.isfinite(told.numbers).all():
            raise ValueError("a verdict that is none")
        if not (np.isnan(worth) == (targets < 0)).all() or np.isinf(worth).any():
            raise ValueError("an action of no known worth")


def _within(numbers: NDArray[np.int32], low: int, high: int) -> bool:
    return bool(((numbers >= low) & (numbers < high)).all())
