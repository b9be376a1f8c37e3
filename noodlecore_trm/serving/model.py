"""
The file of a model.

A `.safetensors` with the arrays, and in its metadata one JSON document: the schema, the architecture, the vocabulary,
a card, how each array is stored, and a digest of all of it, so that a file that was damaged is never served.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from noodlecore_trm.encoding import Sample, Vocabulary
from noodlecore_trm.files import parse_json, write_whole
from noodlecore_trm.serving.architecture import Architecture
from noodlecore_trm.serving.formats import FORMATS, Floats
from noodlecore_trm.serving.network import Network, Thought
from noodlecore_trm.serving.rung import Rung

SCHEMA: Final = "urn:noodlecore-trm:model:1"
_DOCUMENT: Final = "noodlecore-trm"
"""The one key of the metadata: of several the order in the file would be different every time."""


class BadWeights(ValueError):
    """A file that holds no model that can be served; the message says what is wrong."""


@dataclass(frozen=True, eq=False)
class Model:
    """
    A model as it is in a file. `card` tells people where it comes from, `version` is the digest of all of it, and
    `rung` says how it was quantized, if it was.
    """

    architecture: Architecture
    vocabulary: Vocabulary
    weights: Mapping[str, Floats]
    card: Mapping[str, Any]
    version: str = ""
    rung: Rung | None = None

    @cached_property
    def network(self) -> Network:
        return Network(self.architecture, self.weights, self.rung.inputs if self.rung else {})

    @property
    def precision(self) -> str:
        """Where on the ladder it is; nothing for a model as it was trained."""
        return self.rung.precision if self.rung else ""

    @property
    def is_whole(self) -> bool:
        """Whether there is all in it that others on the ladder are made from."""
        return self.precision in ("", "bf16")

    def card_of_derived(self, metrics: Mapping[str, float]) -> dict[str, Any]:
        """The card of a model that is made from this one: what was measured of this one does not hold for it."""
        rest = {name: value for name, value in self.card.items() if name != "metrics"}
        return rest | ({"metrics": dict(metrics)} if metrics else {})

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
    formats: Mapping[str, str] | str | Rung = "float16",
) -> None:
    """
    Write the file of a model (`model_bytes`); whoever reads sees all of it or nothing. Raises ValueError for what
    could not be read again, and OSError.
    """
    write_whole(path, model_bytes(config, vocabulary, weights, card, formats))


def model_bytes(
    config: Mapping[str, Any],
    vocabulary: Vocabulary,
    weights: Mapping[str, NDArray[Any]],
    card: Mapping[str, Any],
    formats: Mapping[str, str] | str | Rung = "float16",
) -> bytes:
    """
    A model as it is in a file: the settings of a `ScoringModel` and the arrays of its state. `formats` are keys of
    FORMATS, one for each array or one for all, or a rung, which rounds what is not on it. The same model gives the
    same bytes. Raises ValueError for what could not be read again.
    """
    architecture = Architecture.from_dict(config)
    architecture.check_fits(vocabulary)
    arrays: dict[str, NDArray[Any]] = {}
    if isinstance(formats, str):
        formats = dict.fromkeys(weights, formats)
    rung = formats if isinstance(formats, Rung) else None
    stored_as = dict(formats.formats(architecture) if isinstance(formats, Rung) else formats)
    for name in sorted(weights):
        form = FORMATS[stored_as[name]]
        parts = form.pack(np.ascontiguousarray(weights[name], np.float32))
        arrays |= {name + suffix: part for suffix, part in zip(form.parts, parts, strict=True)}
    document = {
        "schema": SCHEMA, "config": dict(config), "vocabulary": vocabulary.to_dict(), "card": dict(card),
        "formats": stored_as, "rung": rung.to_dict() if rung else None,
    }  # fmt: skip
    document["digest"] = _digest(document, arrays)
    _unpacked(architecture, stored_as, arrays)
    return save(arrays, {_DOCUMENT: json.dumps(document, sort_keys=True)})


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
        document = parse_json(text)
        if document["schema"] != SCHEMA:
            raise BadWeights(f"{path}: a model of another version: {document['schema']}, not {SCHEMA}")
        version = document.pop("digest")
        if version != _digest(document, arrays):
            raise ValueError("it is damaged")
        vocabulary = Vocabulary.from_dict(document["vocabulary"])
        architecture = Architecture.from_dict(document["config"])
        architecture.check_fits(vocabulary)
        rung = Rung.from_dict(document["rung"]) if document.get("rung") is not None else None
        if rung is not None and rung.formats(architecture) != document["formats"]:
            raise ValueError(f"it says {rung.precision} and holds something else")
        weights = _unpacked(architecture, document["formats"], arrays)
        if not isinstance(document["card"], dict):
            raise ValueError("its card is no table")
        return Model(architecture, vocabulary, weights, document["card"], version, rung)
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
