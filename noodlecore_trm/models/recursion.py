"""
The recursions: how few layers are applied many times. One call of a recursion is one step of deep supervision.

In the paper's words y is the answer and z the latent; published weights call them z_H and z_L. x is the embedded
question, T is `H_cycles`, n is `L_cycles`. All are [B, L, D].
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import torch
from torch import Tensor, nn

from noodlecore_trm.models.config import RecursionConfig
from noodlecore_trm.models.layers import truncated_normal

States = dict[str, Tensor]


class Level(nn.Module):
    """Blocks in a row, on the sum of a state and what is injected into it. `relations` is what the blocks mix along."""

    def __init__(self, blocks: list[nn.Module]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(blocks)

    def forward(self, x: Tensor, relations: object) -> Tensor:
        for layer in self.layers:
            x = layer(x, relations)
        return x


class Recursion(nn.Module):
    """
    Networks, the states they work on, and the order of their calls.

    `levels` names the networks and `states` the states, in the order in which they are drawn; the initial states are
    drawn once and never trained. The answer is the state `answer`.
    """

    levels: ClassVar[tuple[str, ...]] = ("L",)
    states: ClassVar[tuple[str, ...]] = ("H", "L")
    answer: ClassVar[str] = "z_H"

    L_level: Level
    H_level: Level

    def __init__(self, config: RecursionConfig, make_block: Callable[[], nn.Module]) -> None:
        super().__init__()
        self.T, self.n = config.H_cycles, config.L_cycles
        for name in self.levels:
            depth = config.H_layers if name == "H" else config.L_layers
            self.add_module(f"{name}_level", Level([make_block() for _ in range(depth)]))
        dtype = getattr(torch, config.forward_dtype)
        for name in self.states:
            self.register_buffer(f"{name}_init", truncated_normal(config.hidden_size, std=1.0, dtype=dtype))

    def initial(self, *places: int) -> States:
        """The states that every question starts from, [*places, D]."""
        return {f"z_{name}": self.get_buffer(f"{name}_init").expand(*places, -1) for name in self.states}

    def reset(self, z: States, where: Tensor) -> States:
        """The states z, with the initial ones in the rows where `where` [B] is true."""
        fresh = self.initial(1, 1)
        return {name: torch.where(where.view(-1, 1, 1), fresh[name], state) for name, state in z.items()}

    def forward(self, z: States, x: Tensor, relations: object = None) -> States:
        """One supervision step: T cycles, of which only the last one is remembered for the gradient."""
        with torch.no_grad():
            for _ in range(self.T - 1):
                z = self.cycle(z, x, relations)
        return self.cycle(z, x, relations)

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        raise NotImplementedError


class TRM(Recursion):
    """One network improves the latent n times, given question and answer, and then the answer, given the latent."""

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        y, latent = z["z_H"], z["z_L"]
        for _ in range(self.n):
            latent = self.L_level(latent + (y + x), relations)
        y = self.L_level(y + latent, relations)
        return {"z_H": y, "z_L": latent}


class SingleZ(Recursion):
    """No separate answer: n calls that see the question, one that does not."""

    states = ("L",)
    answer = "z_L"

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        state = z["z_L"]
        for _ in range(self.n):
            state = self.L_level(state + x, relations)
        return {"z_L": self.L_level(state, relations)}


class SixZ(Recursion):
    """Six latents: the i-th call of a cycle replaces the i-th of them, and all see the sum of all."""

    states = ("H", "L1", "L2", "L3", "L4", "L5", "L6")

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        y, *latents = (z[f"z_{name}"] for name in self.states)
        for i in range(self.n):
            latents[i] = self.L_level(sum(latents) + (y + x), relations)
        y = self.L_level(y + sum(latents), relations)
        return dict(zip((f"z_{name}" for name in self.states), (y, *latents), strict=True))


class HRM(Recursion):
    """Two networks, a slow one for the answer and a fast one; only the last call of each has a gradient."""

    levels = ("H", "L")

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        y, latent = z["z_H"], z["z_L"]
        with torch.no_grad():
            for _ in range(self.n - 1):
                latent = self.L_level(latent + (y + x), relations)
        latent = self.L_level(latent + (y + x), relations)
        return {"z_H": self.H_level(y + latent, relations), "z_L": latent}


class Flat(Recursion):
    """For comparison: one network, called once."""

    levels = ("H",)
    states = ("H",)

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        return {"z_H": self.H_level(z["z_H"] + x, relations)}

    def forward(self, z: States, x: Tensor, relations: object = None) -> States:
        return self.cycle(z, x, relations)


class Loop(Recursion):
    """For comparison: as many calls as TRM makes, but one state, each call sees the question, and none is forgotten."""

    states = ("H",)

    def cycle(self, z: States, x: Tensor, relations: object) -> States:
        state = z["z_H"]
        for _ in range(self.n + 1):
            state = self.L_level(state + x, relations)
        return {"z_H": state}

    def forward(self, z: States, x: Tensor, relations: object = None) -> States:
        for _ in range(self.T):
            z = self.cycle(z, x, relations)
        return z


_VARIANTS: dict[str, type[Recursion]] = {
    "trm": TRM,
    "single_z": SingleZ,
    "six_z": SixZ,
    "hrm": HRM,
    "flat": Flat,
    "loop": Loop,
}


def build_recursion(config: RecursionConfig, make_block: Callable[[], nn.Module]) -> Recursion:
    """The recursion that `config.variant` names; weights are drawn from torch's global generator."""
    return _VARIANTS[config.variant](config, make_block)


def detached(z: States) -> States:
    """The states without their history: what one supervision step hands to the next."""
    return {name: state.detach() for name, state in z.items()}
