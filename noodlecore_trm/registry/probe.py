"""
The self-test of a version: a choice that is kept with it, and what the model said to it when it was added.

The choice is made up, so that it has every column, every rule and every outcome in it, and all weights count.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from noodlecore_trm.encoding import BadSamples, Sample, Verdicts, Vocabulary, load_samples
from noodlecore_trm.encoding.storage import samples_to_bytes
from noodlecore_trm.encoding.vocabulary import OUTLOOK, RELATIONS
from noodlecore_trm.registry.documents import Damaged
from noodlecore_trm.serving import Model, read_model
from noodlecore_trm.serving.model import SCHEMA

if TYPE_CHECKING:
    from noodlecore_trm.registry.versions import Version

OPS: Final = 48
CLOSE: Final = 1e-3
"""Of the scores; processors differ by some 1e-6."""


class Untested(ValueError):
    """A model whose answers cannot be kept as a test; the message says why."""


def interface(model: Model) -> dict[str, Any]:
    """What other versions must have in common with a model to be asked the same questions."""
    shape = model.architecture
    return {
        "schema": SCHEMA, "vocabulary": model.vocabulary.to_dict(), "columns": shape.columns, "context": shape.context,
        "relations": shape.relations, "outlook": shape.outlook, "verdict": shape.verdict,
        "outcomes": shape.outcomes,
    }  # fmt: skip


def prepared(model: Model) -> tuple[bytes, dict[str, Any]]:
    """The file of a probe for a model, and what it says to it. Raises Untested if that is not finite."""
    sample = _made_up(model.vocabulary)
    expected = answers(model, sample)
    if not all(math.isfinite(value) for value in (*expected["actions"], expected["value"], expected["halt"])):
        raise Untested("a score of the model is not finite")
    return samples_to_bytes([sample], ["made up"], model.vocabulary), expected


def answers(model: Model, sample: Sample) -> dict[str, Any]:
    """What a model says to a choice in the end, told in each step of another outcome of each action."""
    thought = model.begin(sample)
    places = np.arange(len(sample.actions))
    for step in range(model.steps):
        told = Verdicts.none(len(places))
        if step:
            told.outcomes[:] = (places + step) % model.architecture.outcomes
            told.opens[:] = (places + step) % (model.architecture.rules + 1)
            told.numbers[:] = np.where(told.outcomes == 1, 0.1, 0.0)[:, None]
        scores = thought.step(told)
    return {"actions": [float(each) for each in scores.actions], "value": scores.value, "halt": scores.halt}


def tested(version: Version) -> Model:
    """The model of a version, with the version in its card. Raises Damaged if it says something else than it did."""
    try:
        model = read_model(version.model)
        (sample,), _, _ = load_samples(version.folder / "probe.npz")
        said = answers(model, sample)
    except (BadSamples, ValueError, IndexError) as problem:
        raise Damaged(f"version {version.name} fails its self-test: {problem}") from None
    except OSError as problem:
        raise Damaged(f"version {version.name} fails its self-test: {problem.strerror or problem}") from None
    if not _agree(said, version.expected):
        raise Damaged(f"version {version.name} fails its self-test: its scores are others than when it was added")
    return replace(model, card={**model.card, "version": version.name})


def _agree(said: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    try:
        ours, theirs = ([*each["actions"], each["value"], each["halt"]] for each in (said, expected))
        return bool(np.allclose(ours, theirs, rtol=CLOSE, atol=CLOSE))
    except (KeyError, TypeError, ValueError):
        return False


def _made_up(vocabulary: Vocabulary) -> Sample:
    """A choice for each rule of a vocabulary, with ops and edges of all kinds."""
    draw = np.random.default_rng(0)
    places = np.arange(OPS)
    rules = len(vocabulary.rules)
    edges = [np.stack((np.full(OPS, relation), draw.permutation(OPS), places), 1) for relation in range(len(RELATIONS))]
    return Sample(
        np.stack([draw.integers(0, size, OPS) for size in vocabulary.sizes], 1).astype(np.uint8),
        np.concatenate(edges).astype(np.uint16),
        np.stack((draw.integers(0, OPS, rules), np.arange(rules)), 1).astype(np.uint16),
        draw.normal(0.0, 0.3, (rules, len(OUTLOOK))).astype(np.float32),
        np.array([draw.integers(0, size) for size in vocabulary.context_sizes], np.uint8),
    )
