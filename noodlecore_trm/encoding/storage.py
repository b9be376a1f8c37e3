"""
Samples in files.

A `.npz` without pickles, always with the same bytes for the same contents: the arrays of all samples one after the
other, with the number of rows that each sample has, and a JSON document with the schema and the vocabulary.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.encoding.sample import Sample
from noodlecore_trm.encoding.vocabulary import COLUMNS, CONTEXT, OUTLOOK, RELATIONS, Vocabulary
from noodlecore_trm.files import parse_json, write_whole

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
    write_whole(path, samples_to_bytes(samples, identities, vocabulary))


def load_samples(path: str | Path) -> tuple[list[Sample], list[str], Vocabulary]:
    """Samples, identities and vocabulary of a file. Raises BadSamples for what is none, and OSError."""
    return samples_from_bytes(Path(path).read_bytes(), str(path))


def samples_to_bytes(samples: Sequence[Sample], identities: Sequence[str], vocabulary: Vocabulary) -> bytes:
    """What `save_samples` writes. Raises ValueError if there is not one identity for each sample."""
    if len(samples) != len(identities):
        raise ValueError(f"{len(samples)} samples and {len(identities)} identities")
    document = {"schema": SCHEMA, "vocabulary": vocabulary.to_dict(), "identities": list(identities)}
    return _to_bytes(document, pack_samples(samples))


def samples_from_bytes(whole: bytes, path: str = "samples") -> tuple[list[Sample], list[str], Vocabulary]:
    """Samples, identities and vocabulary of the contents of a file. Raises BadSamples for what is none."""
    document, arrays = _from_bytes(whole, path, SCHEMA)
    try:
        vocabulary = Vocabulary.from_dict(document["vocabulary"])
        identities = [str(each) for each in document["identities"]]
        return unpack_samples(arrays, len(identities), vocabulary), identities, vocabulary
    except (KeyError, TypeError, ValueError) as problem:
        raise BadSamples(f"{path}: no samples: {problem}") from None


def write_arrays(path: str | Path, document: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """
    Write a JSON document with a `schema`, and arrays, to a file that is as small as may be; whoever reads sees all of
    it or nothing. Raises OSError.
    """
    write_whole(path, _to_bytes(document, arrays, zipfile.ZIP_LZMA))


def _to_bytes(
    document: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    text = np.frombuffer(json.dumps(document).encode(), np.uint8)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, array in {"document": text, **arrays}.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
    return file.getvalue()


def read_arrays(path: str | Path, schema: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """The document and the arrays of a file. Raises BadSamples for what is none of this schema, and OSError."""
    return _from_bytes(Path(path).read_bytes(), str(path), schema)


def _from_bytes(whole: bytes, path: str, schema: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    try:
        with np.load(io.BytesIO(whole), allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        document = parse_json(arrays.pop("document").tobytes())
        found = document["schema"]
    except Exception as problem:  # there is little that an archive with a changed byte does not raise
        raise BadSamples(f"{path}: no samples: {problem}") from None
    if found != schema:
        raise BadSamples(f"{path}: samples of another kind: {found}")
    return document, arrays


def pack_samples(samples: Sequence[Sample]) -> dict[str, NDArray[Any]]:
    """Samples as arrays by name."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, (width, kind) in _SHAPES.items():
        parts: list[NDArray[Any]] = [getattr(sample, name) for sample in samples]
        arrays[name] = np.concatenate([np.zeros((0, width), kind), *parts])
        arrays[f"{name}_rows"] = np.array([len(part) for part in parts], np.int64)
    arrays["context"] = np.array([sample.context for sample in samples], np.uint8).reshape(-1, len(CONTEXT))
    return arrays


def unpack_samples(arrays: Mapping[str, NDArray[Any]], count: int, vocabulary: Vocabulary) -> list[Sample]:
    """So many samples from arrays by name. Raises KeyError for one that is missing, and ValueError for what is none."""
    parts = [split_rows(arrays, name, count, *shape) for name, shape in _SHAPES.items()]
    context = _checked(arrays["context"], len(CONTEXT), np.uint8)
    if len(context) != count:
        raise ValueError("a context for each sample is missing")
    samples = [Sample(*rows) for rows in zip(*parts, context, strict=True)]
    if not all(_holds_together(sample, vocabulary) for sample in samples):
        raise ValueError("a number is out of range")
    return samples


def _checked(array: NDArray[Any], width: int, kind: Any) -> NDArray[Any]:
    if array.ndim != 2 or array.shape[1] != width or array.dtype != kind:
        raise ValueError(f"an array of {array.dtype} {array.shape}")
    return array


def split_rows(
    arrays: Mapping[str, NDArray[Any]], name: str, count: int, width: int, kind: Any
) -> list[NDArray[Any]]:
    """The rows of each of so many samples in the array of that name. Raises KeyError, and ValueError for a defect."""
    array = _checked(arrays[name], width, kind)
    rows = arrays[f"{name}_rows"]
    if rows.shape != (count,) or rows.dtype != np.int64 or (rows < 0).any() or rows.sum() != len(array):
        raise ValueError(f"{name} are cut off")
    return np.split(array, np.cumsum(rows)[:-1]) if count else []


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
