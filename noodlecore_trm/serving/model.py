"""
The file of a model.

A `.safetensors` with the arrays, and in its metadata one JSON document: the schema, the architecture, the vocabulary,
a card, how each array is stored, and a digest of all of it, so that a file that was damaged is never served.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from noodlecore_trm.encoding import Sample, Vocabulary
from noodlecore_trm.serving.architecture import Architecture
from noodlecore_trm.serving.network import Floats, Network, Thought

SCHEMA: Final = "urn:noodlecore-trm:model:1"
_DOCUMENT: Final = "noodlecore-trm"
"""The one key of the metadata: of several the order in the file would be different every time."""
Stored = tuple[NDArray[Any], ...]


class BadWeights(ValueError):
    """A file that holds no model that can be served; the message says what is wrong."""


@dataclass(frozen=True)
class Format:
    """
    A way of storing an array of floats as others: what is added to its name for each of them, and how to get there and
    back. `unpack` is given the shape, and raises ValueError for what it cannot have been.
    """

    parts: tuple[str, ...]
    pack: Callable[[Floats], Stored]
    unpack: Callable[[Stored, tuple[int, ...]], Floats]


def _plain(kind: type[np.floating[Any]]) -> Format:
    def unpack(stored: Stored, shape: tuple[int, ...]) -> Floats:
        return _of(stored[0], kind, shape).astype(np.float32)

    return Format(("",), lambda array: (array.astype(kind),), unpack)


def _pack_bfloat16(array: Floats) -> Stored:
    bits = array.view(np.uint32)
    return (((bits + (0x7FFF + (bits >> 16 & 1))) >> 16).astype(np.uint16),)


def _unpack_bfloat16(stored: Stored, shape: tuple[int, ...]) -> Floats:
    return (_of(stored[0], np.uint16, shape).astype(np.uint32) << 16).view(np.float32)


def _of(array: NDArray[Any], kind: type[np.generic], shape: tuple[int, ...]) -> NDArray[Any]:
    if array.dtype != kind or array.shape != shape:
        raise ValueError(f"it is {array.dtype} {list(array.shape)}, not {np.dtype(kind)} {list(shape)}")
    return array


FORMATS: Final[Mapping[str, Format]] = {
    "float32": _plain(np.float32),
    "float16": _plain(np.float16),
    "bfloat16": Format(("",), _pack_bfloat16, _unpack_bfloat16),
}


@dataclass(frozen=True, eq=False)
class Model:
    """A model as it is in a file. `card` tells people where it comes from."""

    architecture: Architecture
    vocabulary: Vocabulary
    weights: Mapping[str, Floats]
    card: Mapping[str, Any]

    @cached_property
    def network(self) -> Network:
        return Network(self.architecture, self.weights)

    @property
    def steps(self) -> int:
        """Supervision steps that it was trained for."""
        return self.architecture.steps

    def begin(self, sample: Sample) -> Thought:
        """Start to think about a choice."""
        return self.network.begin(sample)


def write_model(
    path: str | Path,
    config: Mapping[str, Any],
    vocabulary: Vocabulary,
    weights: Mapping[str, NDArray[Any]],
    card: Mapping[str, Any],
    formats: Mapping[str, str] | str = "float16",
) -> None:
    """
    Write a model: the settings of a `ScoringModel` and the arrays of its state. `formats` are keys of FORMATS, one for
    each array or one for all. The same model gives the same bytes; whoever reads sees all of it or nothing.

    Raises ValueError for what could not be read again, and OSError.
    """
    architecture = Architecture.from_dict(config)
    architecture.check_fits(vocabulary)
    arrays: dict[str, NDArray[Any]] = {}
    stored_as: dict[str, str] = {}
    for name in sorted(weights):
        stored_as[name] = formats if isinstance(formats, str) else formats[name]
        form = FORMATS[stored_as[name]]
        parts = form.pack(np.ascontiguousarray(weights[name], np.float32))
        arrays |= {name + suffix: part for suffix, part in zip(form.parts, parts, strict=True)}
    document = {
        "schema": SCHEMA, "config": dict(config), "vocabulary": vocabulary.to_dict(), "card": dict(card),
        "formats": stored_as,
    }  # fmt: skip
    document["digest"] = _digest(document, arrays)
    _unpacked(architecture, stored_as, arrays)
    whole = save(arrays, {_DOCUMENT: json.dumps(document, sort_keys=True)})
    path = Path(path)
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        made.write_bytes(whole)
        os.replace(made, path)
    finally:
        made.unlink(missing_ok=True)


def read_model(path: str | Path) -> Model:
    """The model in a file. Raises BadWeights for what is none that this version can serve, and OSError."""
    try:
        with safe_open(path, framework="numpy") as file:
            text = (file.metadata() or {}).get(_DOCUMENT)
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  (it is no dict)
    except (SafetensorError, TypeError) as problem:
        raise BadWeights(f"{path}: no model: {problem}") from None
    if text is None:
        raise BadWeights(f"{path}: weights of something else")
    try:
        document = json.loads(text)
        if document["schema"] != SCHEMA:
            raise BadWeights(f"{path}: a model of another version: {document['schema']}, not {SCHEMA}")
        if document.pop("digest") != _digest(document, arrays):
            raise ValueError("it is damaged")
        vocabulary = Vocabulary.from_dict(document["vocabulary"])
        architecture = Architecture.from_dict(document["config"])
        architecture.check_fits(vocabulary)
        weights = _unpacked(architecture, document["formats"], arrays)
        return Model(architecture, vocabulary, weights, document["card"])
    except BadWeights:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise BadWeights(f"{path}: no model: {problem}") from None


def _digest(document: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256(json.dumps(document, sort_keys=True).encode())
    for name in sorted(arrays):
        digest.update(f"{name} {arrays[name].dtype} {arrays[name].shape}".encode())
        digest.update(np.ascontiguousarray(arrays[name]).tobytes())
    return digest.hexdigest()


def _unpacked(
    architecture: Architecture, formats: Mapping[str, str], arrays: Mapping[str, NDArray[Any]]
) -> dict[str, Floats]:
    """The weights of an architecture. Raises ValueError if there are others, or if one is no number."""
    shapes = architecture.shapes
    if formats.keys() != shapes.keys():
        names = ", ".join(sorted(formats.keys() ^ shapes.keys())[:3])
        raise ValueError(f"weights are missing, or there are too many: {names}")
    weights = {}
    for name, shape in shapes.items():
        if formats[name] not in FORMATS:
            raise ValueError(f"{name} is stored as {formats[name]}")
        form = FORMATS[formats[name]]
        try:
            weights[name] = form.unpack(tuple(arrays[name + suffix] for suffix in form.parts), shape)
        except ValueError as problem:
            raise ValueError(f"{name}: {problem}") from None
        if not np.isfinite(weights[name]).all():
            raise ValueError(f"{name} holds what is not finite")
    return weights
