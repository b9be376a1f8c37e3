"""
Weights to and from the names of the published code.

Names differ in two ways: our recursion is a module of its own, and a published checkpoint is of a model inside a loss
(`model.`) that may have been compiled (`_orig_mod.`).
"""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor

from noodlecore_trm.errors import ModelLoadError
from noodlecore_trm.models.halting import AdaptiveComputation

COMPILED = "_orig_mod.model."
PLAIN = "model."


def published_name(name: str) -> str:
    """`inner.recursion.L_level…` is `inner.L_level…` there; for parameters, buffers and gradients alike."""
    return name.replace("recursion.", "", 1)


def _bare(name: str) -> str:
    """A published name without what compiling and the loss put in front of it."""
    name = name.replace("_orig_mod.", "")
    return name.removeprefix(PLAIN)


def to_published(model: AdaptiveComputation, prefix: str = "") -> dict[str, Tensor]:
    """The model's state under published names; prefix `COMPILED` or `PLAIN` makes it what a checkpoint holds."""
    return {prefix + published_name(name): value for name, value in model.state_dict().items()}


def load_published(model: AdaptiveComputation, state: Mapping[str, Tensor]) -> None:
    """
    Load a published state into a model of the same configuration, whatever the prefix of its names.

    Raises ModelLoadError, and changes nothing, unless names and shapes are exactly those of the model.
    """
    given = {_bare(name): value for name, value in state.items()}
    own = {published_name(name): (name, value) for name, value in model.state_dict().items()}
    problems = [f"{name} is missing" for name in sorted(own.keys() - given.keys())]
    problems += [f"{name} is unknown" for name in sorted(given.keys() - own.keys())]
    problems += [
        f"{name} is {list(given[name].shape)}, not {list(value.shape)}"
        for name, (_, value) in own.items()
        if name in given and given[name].shape != value.shape
    ]
    if problems:
        raise ModelLoadError("these weights do not fit the model: " + "; ".join(problems))
    model.load_state_dict({own[name][0]: value for name, value in given.items()})
