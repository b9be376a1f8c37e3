"""A trained model at work, on numpy alone: its file, and its forward pass."""

from noodlecore_trm.serving.architecture import Architecture
from noodlecore_trm.serving.model import BadWeights, Model, read_model, write_model
from noodlecore_trm.serving.network import Network, Scores, Thought

__all__ = [
    "Architecture",
    "BadWeights",
    "Model",
    "Network",
    "Scores",
    "Thought",
    "read_model",
    "write_model",
]
