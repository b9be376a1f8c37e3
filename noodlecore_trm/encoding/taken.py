"""
A choice that was made, as feedback keeps it: the arrays of its sample, the action that was taken before the others.

There is no text in them and no name but those of rules, kinds of ops and builtins. The order of actions means nothing
to a model.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from noodlecore_trm.encoding.sample import Sample
from noodlecore_trm.encoding.storage import BadSamples, samples_from_bytes, samples_to_bytes
from noodlecore_trm.encoding.vocabulary import Vocabulary


def pack_taken(sample: Sample, action: int, vocabulary: Vocabulary, identity: str) -> bytes:
    """A choice in which an action, a place in `sample.actions`, was taken; the rewrites left are in its context."""
    order = np.r_[action, np.delete(np.arange(len(sample.actions)), action)]
    first = replace(sample, actions=sample.actions[order], outlook=sample.outlook[order])
    return samples_to_bytes([first], [identity], vocabulary)


def unpack_taken(whole: bytes) -> tuple[Sample, Vocabulary]:
    """The choice; its first action was taken. Raises BadSamples for what is none."""
    samples, _, vocabulary = samples_from_bytes(whole, "the sample of a row")
    if len(samples) != 1 or not len(samples[0].actions):
        raise BadSamples("the sample of a row: it is not one choice")
    return samples[0], vocabulary
