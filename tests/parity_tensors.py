"""The tensors of the published models, and our models set up like those."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from noodlecore_trm.models.config import PuzzleConfig
from noodlecore_trm.models.conversion import load_published, to_published
from noodlecore_trm.models.halting import AdaptiveComputation, Carry

FOLDER = Path(__file__).parent / "parity"
MANIFEST: dict[str, Any] = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
CASES = sorted(MANIFEST["cases"])
STRIDE: int = MANIFEST["sample_stride"]


@dataclass(frozen=True)
class Case:
    """One published configuration with its tensors."""

    name: str
    config: PuzzleConfig
    tensors: dict[str, Tensor]

    def group(self, prefix: str) -> dict[str, Tensor]:
        return {name.removeprefix(prefix): value for name, value in self.tensors.items() if name.startswith(prefix)}

    @property
    def batch(self) -> dict[str, Tensor]:
        return self.group("batch0/")

    def seeded(self) -> AdaptiveComputation:
        torch.manual_seed(MANIFEST["seed"])
        return AdaptiveComputation(self.config)

    def model(self) -> AdaptiveComputation:
        """Our model with the published weights: all that the file has in full, the others from the seed."""
        model = self.seeded()
        state = to_published(model)
        stored = self.group("sd/")
        load_published(
            model,
            {name: stored[name] if stored[name].shape == value.shape else value for name, value in state.items()},
        )
        return model

    def carry(self, model: AdaptiveComputation, step: int) -> Carry:
        """The published carry of the first two rows after an evaluation step; before the first one for -1."""
        batch = {name: value[:2] for name, value in self.batch.items()}
        if step < 0:
            return model.initial_carry(batch)
        after = self.group(f"eval/step{step}/")
        states = {name: value for name, value in after.items() if name.startswith("z_")}
        return Carry(states, after["steps"][:2], after["halted"][:2], batch)


@cache
def case(name: str) -> Case:
    config = PuzzleConfig.from_published(
        MANIFEST["cases"][name]["config"], variant="hrm" if name.startswith("hrm") else "trm"
    )
    return Case(name, config, load_file(FOLDER / f"{name}.safetensors"))


def sampled(value: Tensor, like: Tensor) -> Tensor:
    """The values of a tensor that the files keep."""
    return value if value.shape == like.shape else value.flatten()[::STRIDE]


def distance(value: Tensor, published: Tensor) -> float:
    """The largest difference, as float64; a differing shape is an error."""
    assert value.shape == published.shape
    return float((value.detach().double() - published.double()).abs().max())
