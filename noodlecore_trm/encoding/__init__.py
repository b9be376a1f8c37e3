"""A function and what may be done to it, as arrays that a model can read. Everything here needs numpy."""

from noodlecore_trm.encoding.encode import MOST_OPS, TooLarge, encode
from noodlecore_trm.encoding.identity import identity
from noodlecore_trm.encoding.sample import Action, Sample, Verdicts
from noodlecore_trm.encoding.storage import BadSamples, load_samples, save_samples
from noodlecore_trm.encoding.vocabulary import Vocabulary, current_vocabulary

__all__ = [
    "MOST_OPS",
    "Action",
    "BadSamples",
    "Sample",
    "TooLarge",
    "Verdicts",
    "Vocabulary",
    "current_vocabulary",
    "encode",
    "identity",
    "load_samples",
    "save_samples",
]
