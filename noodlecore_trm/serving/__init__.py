"""A trained model at work, on numpy alone: its file, and its forward pass."""

from noodlecore_trm.serving.architecture import Architecture
from noodlecore_trm.serving.model import BadWeights, Model, model_bytes, read_model, write_model
from noodlecore_trm.serving.network import Network, Scores, Thought
from noodlecore_trm.serving.rung import LADDER, Rung

__all__ = [
    "LADDER",
    "Architecture",
    "BadWeights",
    "Model",
    "Network",
    "Rung",
    "Scores",
    "Thought",
    "model_bytes",
    "read_model",
    "write_model",
]
