"""
Samples in files.

A `.npz` without pickles: the arrays of all samples one after the other, with the number of rows that each sample has,
and a JSON document with the schema and the vocabulary.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.encoding.sample import Sample
from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK, RELATIONS, Vocabulary

SCHEMA: Final = "urn:noodlecore-trm:samples:1"
_SHAPES: Final[dict[str, tuple[int, Any]]] = {
    "ops": (len(COLUMNS), np.uint8),
    "edges": (3, np.uint16),
    "actions": (2, np.uint16),
    "outlook": (len(OUTLOOK), np.float32),
}


class BadSamples(ValueError):
    """A file that holds no samples of this version; the message says what is wrong."""


def save_samples(
    path: str | Path, samples: Sequence[Sample], identities: Sequence[str], vocabulary: Vocabulary
) -> None:
    """
    Write samples with the identity of the function of each. Raises OSError, and ValueError if there is not one
    identity for each sample.
    """
    if len(samples) != len(identities):
        raise ValueError(f"{len(samples)} samples and {len(identities)} identities")
    document = {"schema": SCHEMA, "vocabulary": vocabulary.to_dict(), "identities": list(identities)}
    arrays: dict[str, NDArray[Any]] = {"document": np.frombuffer(json.dumps(document).encode(), np.uint8)}
    for name, (width, kind) in _SHAPES.items():
        parts: list[NDArray[Any]] = [getattr(sample, name) for sample in samples]
        arrays[name] = np.concatenate([np.zeros((0, width), kind), *parts])
        arrays[f"{name}_rows"] = np.array([len(part) for part in parts], np.int64)
    arrays["context"] = np.array([sample.context for sample in samples], np.uint8).reshape(-1, len(CONTEXT))
    with open(path, "wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load_samples(path: str | Path) -> tuple[list[Sample], list[str], Vocabulary]:
    """Samples, identities and vocabulary of a file. Raises BadSamples for what is none, and OSError."""
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        document = json.loads(arrays["document"].tobytes())
        if document["schema"] != SCHEMA:
            raise BadSamples(f"{path}: samples of another kind: {document['schema']}")
        vocabulary = Vocabulary.from_dict(document["vocabulary"])
        identities = [str(each) for each in document["identities"]]
        parts = [_split(arrays, name, len(identities)) for name in _SHAPES]
        context = _checked(arrays["context"], len(CONTEXT), np.uint8)
        if len(context) != len(identities):
            raise ValueError("a context for each sample is missing")
        samples = [Sample(*rows) for rows in zip(*parts, context, strict=True)]
    except BadSamples:
        raise
    except (KeyError, TypeError, ValueError, EOFError, zipfile.BadZipFile) as problem:
        raise BadSamples(f"{path}: no samples: {problem}") from None
    for sample in samples:
        if not _holds_together(sample, vocabulary):
            raise BadSamples(f"{path}: no samples: a number is out of range")
    return samples, identities, vocabulary


def _checked(array: NDArray[Any], width: int, kind: Any) -> NDArray[Any]:
    if array.ndim != 2 or array.shape[1] != width or array.dtype != kind:
        raise ValueError(f"an array of {array.dtype} {array.shape}")
    return array


def _split(arrays: dict[str, NDArray[Any]], name: str, samples: int) -> list[NDArray[Any]]:
    array = _checked(arrays[name], *_SHAPES[name])
    rows = arrays[f"{name}_rows"]
    if rows.shape != (samples,) or (rows < 0).any() or rows.sum() != len(array):
        raise ValueError(f"{name} are cut off")
    return np.split(array, np.cumsum(rows)[:-1]) if samples else []


def _holds_together(sample: Sample, vocabulary: Vocabulary) -> bool:
    size = len(sample.ops)
    return bool(
        size
        and (sample.ops < np.array(vocabulary.sizes)).all()
        and (sample.context < np.array(vocabulary.context_sizes)).all()
        and (sample.edges < np.array([len(RELATIONS), size, size])).all()
        and (sample.actions < np.array([size, len(vocabulary.rules)])).all()
        and len(sample.actions) == len(sample.outlook)
        and np.isfinite(sample.outlook).all()
    )
