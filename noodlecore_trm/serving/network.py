"""
The forward pass of the model that chooses, in float32 and on one choice at a time.

The same numbers as `noodlecore_trm.models.scoring`, within 1e-5, without torch. Shapes: n ops, c actions, N = n + c
nodes, D width, S pairs of a node and a relation in which it hears anybody.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from noodlecore_trm.encoding import Sample, Verdicts
from noodlecore_trm.serving.architecture import STATES, Architecture

Floats = NDArray[np.float32]
States = dict[str, Floats]

_UNIT: Final = np.float32(0.2)
"""A score of the head times this is the logarithm of a speed-up."""


@dataclass(frozen=True, eq=False)
class Scores:
    """
    For each action the logarithm of the speed-up that is in reach with it, over stopping, which scores 0; that of the
    best there is; and the logit of having it.
    """

    actions: Floats  # [c]
    value: float
    halt: float


class Graph:
    """The edges of a choice. What a node hears in a relation is a slot; most slots have one edge, and need no sum."""

    def __init__(self, edges: NDArray[np.int64], nodes: int) -> None:
        """`edges` [m, 3] are relation, node that tells, node that hears."""
        relation, teller, hearer = edges.T
        slot = relation * nodes + hearer
        order = np.argsort(slot, kind="stable")
        slots, starts, counts = np.unique(slot[order], return_index=True, return_counts=True)
        tellers = teller[order]
        self.first = tellers[starts]  # [S]
        self.several = np.flatnonzero(counts > 1)
        self.tellers = tellers[np.repeat(counts, counts) > 1]
        summed = counts[self.several]
        self.starts = np.cumsum(summed) - summed
        self.shares = (1.0 / summed).astype(np.float32)[:, None]
        relations, hearers = slots // nodes, slots % nodes
        bounds = np.flatnonzero(np.diff(relations, prepend=-1, append=-1)).tolist()
        self.relations = [
            (int(relations[start]), slice(start, end), hearers[start:end])
            for start, end in pairwise(bounds)
        ]

    def means(self, x: Floats) -> Floats:
        """x [N, D] -> [S, D]: the mean of those that tell."""
        means: Floats = x[self.first]
        if len(self.several):
            means[self.several] = np.add.reduceat(x[self.tellers], self.starts) * self.shares
        return means


_MATRICES: Final = ("mixer.edges", "mixer.whole", "mlp.gate_up_proj", "mlp.down_proj")


class Block:
    """Mix nodes along edges, then each node by itself; the norm comes after the sum."""

    def __init__(
        self, weights: Mapping[str, Floats], start: str, architecture: Architecture, inputs: Mapping[str, float]
    ) -> None:
        width = architecture.hidden_size
        self.inputs = {
            name: np.float32(inputs[f"{start}.{name}.weight"])
            for name in _MATRICES
            if f"{start}.{name}.weight" in inputs
        }
        self.eps = np.float32(architecture.rms_norm_eps)
        edges = weights[f"{start}.mixer.edges.weight"]
        self.edges = [np.ascontiguousarray(edges[:, at : at + width].T) for at in range(0, edges.shape[1], width)]
        self.whole = weights[f"{start}.mixer.whole.weight"].T if architecture.global_channel else None
        gate, up = np.split(weights[f"{start}.mlp.gate_up_proj.weight"].T, 2, axis=1)
        self.gate, self.up = np.ascontiguousarray(gate), np.ascontiguousarray(up)
        self.down = np.ascontiguousarray(weights[f"{start}.mlp.down_proj.weight"].T)

    def __call__(self, x: Floats, graph: Graph) -> Floats:
        mixed = x.copy() if self.whole is None else x + self._given(x.mean(0), "mixer.whole") @ self.whole
        means = self._given(graph.means(x), "mixer.edges")
        for relation, slots, hearers in graph.relations:
            mixed[hearers] += means[slots] @ self.edges[relation]  # nobody is in `hearers` twice
        x = self._normed(mixed)
        given = self._given(x, "mlp.gate_up_proj")
        gate = given @ self.gate
        inner = gate / (1.0 + np.exp(-gate)) * (given @ self.up)
        return self._normed(x + self._given(inner, "mlp.down_proj") @ self.down)

    def _given(self, x: Floats, matrix: str) -> Floats:
        """What a matrix is multiplied with: x, in 8 bits if it was trained with those."""
        if matrix not in self.inputs:
            return x
        scale = self.inputs[matrix]
        rounded: Floats = np.clip(np.rint(x / scale), -128, 127) * scale
        return rounded

    def _normed(self, x: Floats) -> Floats:
        square = np.einsum("nd,nd->n", x, x)[:, None] / np.float32(x.shape[1])
        normed: Floats = x / np.sqrt(square + self.eps)
        return normed


class Network:
    """
    A model that is ready to serve. `inputs` are scales for those of matrices that get them in 8 bits. Raises KeyError
    for weights that are missing.
    """

    def __init__(
        self, architecture: Architecture, weights: Mapping[str, Floats], inputs: Mapping[str, float] | None = None
    ) -> None:
        self.architecture = architecture
        self.weights = weights
        self._starts = np.cumsum((0, *architecture.column_rows))[:-1]
        self._context_starts = np.cumsum((0, *architecture.context))[:-1]
        self._plain = [place for place in range(len(architecture.columns)) if place not in architecture.masks]
        self._scale = np.float32(math.sqrt(architecture.hidden_size / len(architecture.columns)))
        self._levels = {
            level: [
                Block(weights, f"recursion.{level}_level.layers.{place}", architecture, inputs or {})
                for place in range(blocks)
            ]
            for level, blocks in architecture.levels.items()
        }

    def begin(self, sample: Sample) -> Thought:
        """Start to think about a choice."""
        return Thought(self, sample)

    def ops(self, ops: NDArray[np.uint8]) -> Floats:
        """ops [n, columns] -> [n, D]: a row of the table for each column, and one for each bit of a mask."""
        table = self.weights["ops.embedding_weight"]
        total: Floats = table[ops[:, self._plain] + self._starts[self._plain]].sum(1)
        for column in self.architecture.masks:
            start = int(self._starts[column])
            bits = np.unpackbits(ops[:, column : column + 1], axis=1, bitorder="little")
            total += bits.astype(np.float32) @ table[start : start + 8]
        return total

    def context(self, context: NDArray[np.uint8]) -> Floats:
        """context -> [D]."""
        total: Floats = self.weights["context.embedding_weight"][context + self._context_starts].sum(0)
        return total

    def scaled(self, x: Floats) -> Floats:
        return x * self._scale

    def call(self, level: str, x: Floats, graph: Graph) -> Floats:
        for block in self._levels[level]:
            x = block(x, graph)
        return x


class Thought:
    """Thinking about one choice, in supervision steps: same sample and same verdicts, same scores."""

    def __init__(self, network: Network, sample: Sample) -> None:
        self._network = network
        self._ops = len(sample.ops)
        architecture = network.architecture
        weights = network.weights
        at = sample.actions[:, 0].astype(np.int64)
        nodes = self._ops + len(at)
        own = np.arange(self._ops, nodes)
        to, back = np.full_like(at, architecture.relations), np.full_like(at, architecture.relations + 1)
        teller, hearer = np.repeat(own, len(own)), np.tile(own, len(own))
        rivals = np.stack((np.full_like(teller, architecture.relations + 2), teller, hearer), 1)[teller != hearer]
        edges = (sample.edges.astype(np.int64), np.stack((to, own, at), 1), np.stack((back, at, own), 1), rivals)
        self._graph = Graph(np.concatenate(edges), nodes)
        actions = weights["rules.embedding_weight"][sample.actions[:, 1]] + sample.outlook @ weights["outlook.weight"].T
        self._x: Floats = network.scaled(np.concatenate((network.ops(sample.ops), actions)))
        self._x += network.scaled(network.context(sample.context))
        initial = (nodes, architecture.hidden_size)
        self._z: States = {
            name: np.broadcast_to(weights[f"recursion.{name}_init"], initial) for name in STATES[architecture.variant]
        }

    def step(self, verdicts: Verdicts) -> Scores:
        """One supervision step, knowing what became of each action where it was tried."""
        network, weights = self._network, self._network.weights
        told = weights["outcomes.embedding_weight"][verdicts.outcomes]
        told += weights["opens.embedding_weight"][verdicts.opens]
        told += verdicts.numbers @ weights["verdict.weight"].T
        x = self._x.copy()
        x[self._ops :] += network.scaled(told)
        self._z = _think(network, self._z, x, self._graph)
        y = self.answer
        actions = y[self._ops :] @ weights["action_head.weight"][0] + weights["action_head.bias"]
        value, halt = y.mean(0) @ weights["choice_head.weight"].T + weights["choice_head.bias"]
        return Scores(_UNIT * actions, float(_UNIT * value), float(halt))

    @property
    def answer(self) -> Floats:
        """The state y [N, D], that of ops first; all scores are read off it."""
        return self._z[STATES[self._network.architecture.variant][0]]


def _think(network: Network, z: States, x: Floats, graph: Graph) -> States:
    """One supervision step of the recursion."""

    def call(level: str, state: Floats) -> Floats:
        return network.call(level, state, graph)

    architecture = network.architecture
    n = architecture.L_cycles
    for _ in range(1 if architecture.variant == "flat" else architecture.H_cycles):
        match architecture.variant:
            case "trm" | "hrm":
                y, latent = z["H"], z["L"]
                for _ in range(n):
                    latent = call("L", latent + (y + x))
                z = {"H": call("H" if architecture.variant == "hrm" else "L", y + latent), "L": latent}
            case "single_z":
                state = z["L"]
                for _ in range(n):
                    state = call("L", state + x)
                z = {"L": call("L", state)}
            case "six_z":
                y, *latents = z.values()
                for place in range(n):
                    latents[place] = call("L", sum(latents) + (y + x))
                z = dict(zip(z, (call("L", y + sum(latents)), *latents), strict=True))
            case "flat":
                z = {"H": call("H", z["H"] + x)}
            case "loop":
                state = z["H"]
                for _ in range(n + 1):
                    state = call("L", state + x)
                z = {"H": state}
    return z
