"""What is known about the choices in a function, and files of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.choosers.trm import OUTCOMES
from noodlecore_trm.encoding import BadSamples, Sample, Verdicts, Vocabulary
from noodlecore_trm.encoding.storage import pack_samples, read_arrays, split_rows, unpack_samples, write_arrays
from noodlecore_trm.encoding.vocabulary import VERDICT

SCHEMA: Final = "urn:noodlecore-trm:labels:3"
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


def save_labels(path: str | Path, labels: Sequence[Labels], vocabulary: Vocabulary) -> None:
    """Write the labels of some functions; whoever reads sees all of it or nothing. Raises OSError."""
    document = {
        "schema": SCHEMA, "vocabulary": vocabulary.to_dict(),
        "functions": [[getattr(each, name) for name in _WORDS] for each in labels],
    }  # fmt: skip
    arrays = pack_samples([sample for each in labels for sample in each.samples])
    arrays["edges"] = _as_steps(arrays["edges"])
    verdicts = [told for each in labels for told in each.verdicts]
    tables: dict[str, list[NDArray[Any]]] = {
        "worth": [worth.T for each in labels for worth in each.worth],
        "targets": [targets for each in labels for targets in each.targets],
        **{name: [getattr(told, name) for told in verdicts] for name in _TOLD},
    }
    for name, (width, kind) in _TABLES.items():
        parts = [part.reshape(-1, width) for part in tables[name]]
        arrays[name] = np.concatenate([np.zeros((0, width), kind), *parts]).astype(kind, copy=False)
    for name, kind in _COLUMNS.items():
        columns = [getattr(each, name) for each in labels]
        arrays[name] = np.concatenate([np.zeros(0, kind), *columns]).astype(kind, copy=False)
    arrays["choices"] = np.array([len(each.samples) for each in labels], np.int64)
    arrays["versions"] = np.array([len(each.costs) for each in labels], np.int64)
    write_arrays(path, document, arrays)


def load_labels(path: str | Path) -> tuple[list[Labels], Vocabulary]:
    """
    The labels in a file, or in all files below a folder in the order of their names, and the vocabulary they share.

    Raises BadSamples if there are none, for a file that holds none, and if they do not share one; and OSError.
    """
    found: list[Labels] = []
    shared = None
    for file in [path] if Path(path).is_file() else sorted(Path(path).rglob("*.npz")):
        labels, vocabulary = _in_file(file)
        if vocabulary != (shared := shared or vocabulary):
            raise BadSamples(f"{file}: its vocabulary is another than that of the other labels")
        found += labels
    if shared is None or not found:
        raise BadSamples(f"{path} holds no labels")
    return found, shared


def _in_file(path: str | Path) -> tuple[list[Labels], Vocabulary]:
    document, arrays = read_arrays(path, SCHEMA)
    try:
        vocabulary = Vocabulary.from_dict(document["vocabulary"])
        words: list[dict[str, Any]] = [
            dict(zip(_WORDS, map(str, each), strict=True)) for each in document["functions"]
        ]
        choices, versions = (_parts(arrays, name, len(words)) for name in ("choices", "versions"))
        arrays["edges"] = _from_steps(arrays["edges"])
        count = len(arrays["expanded"])
        tables = {name: _rows_of(arrays, name, count, *shape) for name, shape in _TABLES.items()}
        by_choice = {
            "samples": unpack_samples(arrays, count, vocabulary),
            "verdicts": [Verdicts(outcomes[:, 0], opens[:, 0], numbers)
                         for outcomes, opens, numbers in zip(*(tables[name] for name in _TOLD), strict=True)],
            "worth": [np.ascontiguousarray(rows.T) for rows in tables["worth"]],
            "targets": [rows[:, 0] for rows in tables["targets"]],
            "expanded": _column(arrays, "expanded", count),
        }  # fmt: skip
        by_version = {name: _column(arrays, name, int(versions[-1])) for name in _COLUMNS if name != "expanded"}
        if choices[-1] != count:
            raise ValueError("choices are cut off")
        labels = [
            Labels(**each, **_between(by_choice, *choices[i : i + 2]), **_between(by_version, *versions[i : i + 2]))
            for i, each in enumerate(words)
        ]
        for each in labels:
            _check(each, len(vocabulary.rules))
    except (KeyError, TypeError, ValueError, IndexError) as problem:
        raise BadSamples(f"{path}: no labels: {problem}") from None
    return labels, vocabulary


def _as_steps(edges: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """
    Of the edges (relation, source, target) how far each is from the one before, and its target from its source: small
    numbers that repeat in all versions of a function, a third of the size when compressed.
    """
    steps = edges.copy()
    steps[:, 2] -= edges[:, 1]
    steps[1:, 1] -= edges[:-1, 1]
    return steps


def _from_steps(steps: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """The inverse of `_as_steps`."""
    edges = steps.copy()
    edges[:, 1] = np.cumsum(steps[:, 1], dtype=np.uint16)
    edges[:, 2] += edges[:, 1]
    return edges


def _parts(arrays: Mapping[str, NDArray[Any]], name: str, count: int) -> NDArray[np.int64]:
    """Where the part of each of so many functions begins, and where the last one ends."""
    sizes = arrays[name]
    if sizes.shape != (count,) or sizes.dtype != np.int64 or (sizes <= 0).any():
        raise ValueError(f"{name} are cut off")
    return np.concatenate([[0], np.cumsum(sizes)])


def _between(every: Mapping[str, Any], begin: int, end: int) -> dict[str, Any]:
    parts = {name: values[begin:end] for name, values in every.items()}
    return {name: tuple(part) if isinstance(part, list) else part for name, part in parts.items()}


def _rows_of(
    arrays: Mapping[str, NDArray[Any]], name: str, count: int, width: int, kind: Any
) -> list[NDArray[Any]]:
    """The rows of a table that has one for each action."""
    return split_rows({name: arrays[name], f"{name}_rows": arrays["actions_rows"]}, name, count, width, kind)


def _column(arrays: Mapping[str, NDArray[Any]], name: str, count: int) -> NDArray[Any]:
    column = arrays[name]
    if column.shape != (count,) or column.dtype != _COLUMNS[name]:
        raise ValueError(f"{name} are {column.dtype} {column.shape}")
    return column


def _check(labels: Labels, rules: int) -> None:
    versions = len(labels.costs)
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
