"""
Mixing along the edges of a graph: every node hears, for each kind of edge, the mean of the nodes at its other ends.

Shapes: B graphs, N places for nodes (padded), D width, R kinds of edges, E edges of the whole batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from noodlecore_trm.models.config import GraphConfig
from noodlecore_trm.models.layers import Linear, SwiGLU, rms_norm
from noodlecore_trm.models.recursion import Recursion, build_recursion


@dataclass(frozen=True)
class _Weighted:
    """Weighted sums of rows: sum number i is of the rows `row[start[i]:start[i + 1]]`, each times its `weight`."""

    row: Tensor  # int64 [E]
    weight: Tensor  # float32 [E]
    start: Tensor  # int64 [number of sums]

    @classmethod
    def of(cls, into: Tensor, row: Tensor, weight: Tensor, sums: int) -> Self:
        """`row[e]` times `weight[e]` belongs into the sum `into[e]`."""
        order = torch.argsort(into, stable=True)
        counts = torch.bincount(into, minlength=sums)
        return cls(row[order], weight[order], counts.cumsum(0) - counts)

    def of_rows(self, x: Tensor) -> Tensor:
        """x [rows, D] -> [number of sums, D]; 0 where there is nothing to sum."""
        return F.embedding_bag(self.row, x, self.start, mode="sum", per_sample_weights=self.weight.to(x.dtype))

    def to(self, device: torch.device | str) -> Self:
        return type(self)(self.row.to(device), self.weight.to(device), self.start.to(device))


@dataclass(frozen=True)
class Graph:
    """
    A batch of graphs with typed edges. What stands in the places where `mask` is false is heard by nobody and means
    nothing.
    """

    mask: Tensor  # bool [B, N]
    relations: int
    heard: _Weighted  # B·N·R means of the B·N nodes
    told: _Weighted  # the same, transposed, for gradients

    @classmethod
    def batch(cls, sizes: Sequence[int], edges: Sequence[Any], relations: int, places: int = 0) -> Self:
        """
        Put graphs side by side.

        `sizes` has the number of nodes of each graph and `edges` an integer array [edges, 3] for each, with rows of
        relation, node that tells, node that hears. An edge that counts in both directions is given twice, under two
        relations. `places` is N, the size of the largest graph if 0. Raises ValueError on what is out of range.
        """
        places = places or max(sizes)
        if max(sizes) > places or min(sizes) < 1:
            raise ValueError(f"graphs of {min(sizes)} to {max(sizes)} nodes do not fit into 1 to {places} places")
        every = []
        for number, (size, given) in enumerate(zip(sizes, edges, strict=True)):
            triples = torch.as_tensor(given, dtype=torch.int64).view(-1, 3)
            if len(triples) and (triples.min() < 0 or triples[:, 0].max() >= relations or triples[:, 1:].max() >= size):
                raise ValueError(f"graph {number} of {size} nodes has an edge out of range")
            every.append(triples + torch.tensor([0, number * places, number * places]))
        relation, teller, hearer = torch.cat(every).unbind(1)
        slot = hearer * relations + relation
        nodes = len(sizes) * places
        weight = 1 / torch.bincount(slot, minlength=nodes * relations)[slot]
        mask = torch.arange(places) < torch.tensor(sizes).unsqueeze(1)
        heard = _Weighted.of(slot, teller, weight, nodes * relations)
        return cls(mask, relations, heard, _Weighted.of(teller, slot, weight, nodes))

    def to(self, device: torch.device | str) -> Self:
        return type(self)(self.mask.to(device), self.relations, self.heard.to(device), self.told.to(device))

    def neighbours(self, x: Tensor) -> Tensor:
        """x [B, N, D] -> [B, N, R·D]: for each relation the mean of the nodes that tell, 0 where there is none."""
        batch, places, width = x.shape
        means: Tensor = _Hear.apply(x.reshape(batch * places, width), self)  # type: ignore[no-untyped-call]
        return means.view(batch, places, self.relations * width)

    def mean(self, x: Tensor) -> Tensor:
        """x [B, N, D] -> [B, 1, D]: the mean over the nodes of each graph."""
        present = self.mask.unsqueeze(-1)
        return torch.where(present, x, 0).sum(1, keepdim=True) / present.sum(1, keepdim=True).to(x.dtype)


class _Hear(torch.autograd.Function):
    """
    Means of neighbours, and as their gradient the same kind of sum along the edges turned round: several times faster
    than what autograd makes of a gather, and in a fixed order, so that training can be repeated exactly.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, graph: Graph) -> Tensor:
        ctx.graph = graph
        return graph.heard.of_rows(x)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        return ctx.graph.told.of_rows(gradient.contiguous()), None


class GraphMixer(nn.Module):
    """A matrix for each kind of edge, and one for the graph as a whole."""

    def __init__(self, config: GraphConfig) -> None:
        super().__init__()
        width = config.hidden_size
        self.edges = Linear(config.relations * width, width)
        self.whole = Linear(width, width) if config.global_channel else None

    def forward(self, x: Tensor, graph: Graph) -> Tensor:
        heard: Tensor = self.edges(graph.neighbours(x))
        return heard if self.whole is None else heard + self.whole(graph.mean(x))


class GraphBlock(nn.Module):
    """Mix nodes along edges, then each node by itself; the norm comes after the sum."""

    def __init__(self, config: GraphConfig) -> None:
        super().__init__()
        self.eps = config.rms_norm_eps
        self.mixer = GraphMixer(config)
        self.mlp = SwiGLU(config.hidden_size, config)

    def forward(self, x: Tensor, graph: Graph) -> Tensor:
        x = rms_norm(x + self.mixer(x, graph), self.eps)
        return rms_norm(x + self.mlp(x), self.eps)


def build_graph_recursion(config: GraphConfig) -> Recursion:
    """
    The recursion of `config.variant` over graphs: called with states, x [B, N, D] and a Graph with `config.relations`.
    """
    return build_recursion(config, lambda: GraphBlock(config))
