"""
Mixing along the edges of a graph: every node hears, for each kind of edge, the mean of the nodes at its other ends.

Shapes: B graphs, N nodes and E edges of all of them, D width, R kinds of edges, S pairs of a node and a kind of edge
that it hears along. Most nodes hear along few kinds, so that S is far below N·R.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
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
    """A batch of graphs with typed edges, the nodes of one after those of the other."""

    owner: Tensor  # int64 [N], the graph that each node is in
    members: _Weighted  # B means of all nodes of a graph
    heard: _Weighted  # S means, one for each node and kind of edge that it hears along, by kind
    told: _Weighted  # the same, transposed, for gradients
    hearer: Tensor  # int64 [S], the node that each mean is for
    together: _Weighted  # the means of each node
    counts: tuple[int, ...]  # how many of the S are of each kind

    @classmethod
    def batch(cls, sizes: Sequence[int], edges: Sequence[Any], relations: int) -> Self:
        """
        Put graphs side by side.

        `sizes` has the number of nodes of each graph and `edges` an integer array [edges, 3] for each, with rows of
        relation, node that tells, node that hears, counted from 0 in each graph. An edge that counts in both
        directions is given twice, under two relations. Raises ValueError on what is out of range.
        """
        if min(sizes) < 1:
            raise ValueError("there is a graph without nodes")
        nodes = sum(sizes)
        starts = [0, *accumulate(sizes)]
        every = []
        for number, (size, given) in enumerate(zip(sizes, edges, strict=True)):
            triples = torch.as_tensor(given, dtype=torch.int64).view(-1, 3)
            if len(triples) and (triples.min() < 0 or triples[:, 0].max() >= relations or triples[:, 1:].max() >= size):
                raise ValueError(f"graph {number} of {size} nodes has an edge out of range")
            every.append(triples + torch.tensor([0, starts[number], starts[number]]))
        relation, teller, hearer = torch.cat(every).unbind(1)
        slots, slot, times = torch.unique(relation * nodes + hearer, return_inverse=True, return_counts=True)
        weight = 1 / times[slot]
        heard = _Weighted.of(slot, teller, weight, len(slots))
        told = _Weighted.of(teller, slot, weight, nodes)
        by_kind = torch.bincount(slots // nodes, minlength=relations).tolist()
        together = _Weighted.of(slots % nodes, torch.arange(len(slots)), torch.ones(len(slots)), nodes)
        members_of = torch.tensor(sizes)
        owner = torch.repeat_interleave(members_of)
        members = _Weighted.of(owner, torch.arange(nodes), 1 / members_of[owner], len(sizes))
        return cls(owner, members, heard, told, slots % nodes, together, tuple(by_kind))

    def to(self, device: torch.device | str) -> Self:
        moved: dict[str, Any] = {
            name: each if isinstance(each, tuple) else each.to(device) for name, each in vars(self).items()
        }
        return type(self)(**moved)

    def means(self, x: Tensor) -> Tensor:
        """x [N, D] -> [S, D]: for each node and kind of edge that it hears along the mean of those that tell."""
        means: Tensor = _Sum.apply(x, self.heard, self.told)  # type: ignore[no-untyped-call]
        return means

    def sums(self, x: Tensor) -> Tensor:
        """x [S, D] -> [N, D]: what each node hears, added up."""
        sums: Tensor = _Gather.apply(x, self.together, self.hearer)  # type: ignore[no-untyped-call]
        return sums

    def mean(self, x: Tensor) -> Tensor:
        """x [N, D] -> [B, D]: the mean over the nodes of each graph."""
        mean: Tensor = _Gather.apply(x, self.members, self.owner)  # type: ignore[no-untyped-call]
        return mean


class _Sum(torch.autograd.Function):
    """
    Weighted sums, and as their gradient the same kind of sum along the edges turned round: several times faster than
    what autograd makes of a gather, and in a fixed order, so that training can be repeated exactly.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, heard: _Weighted, told: _Weighted) -> Tensor:
        ctx.told = told
        return heard.of_rows(x)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None, None]:
        return ctx.told.of_rows(gradient.contiguous()), None, None


class _Gather(torch.autograd.Function):
    """Weighted sums of rows of which each is in one sum only: its gradient is that of the sum, times its weight."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, sums: _Weighted, sum_of: Tensor) -> Tensor:
        ctx.sums, ctx.sum_of = sums, sum_of
        return sums.of_rows(x)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None, None]:
        sums: _Weighted = ctx.sums
        weight = torch.empty_like(sums.weight).index_copy_(0, sums.row, sums.weight)
        return gradient[ctx.sum_of] * weight.to(gradient.dtype).unsqueeze(1), None, None


class EdgeLinear(Linear):
    """A matrix for each kind of edge, side by side in one."""

    def __init__(self, width: int, relations: int) -> None:
        super().__init__(relations * width, width)

    def forward(self, means: Tensor, counts: tuple[int, ...] = ()) -> Tensor:
        """means [S, D], so many of each kind -> [S, D]"""
        matrices = torch.split(self.weight.to(means.dtype), means.shape[1], dim=1)
        told = torch.split(means, list(counts))
        return torch.cat([each @ matrix.T for each, matrix in zip(told, matrices, strict=True)])


class GraphMixer(nn.Module):
    """A matrix for each kind of edge, and one for the graph as a whole."""

    def __init__(self, config: GraphConfig) -> None:
        super().__init__()
        width = config.hidden_size
        self.edges = EdgeLinear(width, config.relations)
        self.whole = Linear(width, width) if config.global_channel else None

    def forward(self, x: Tensor, graph: Graph) -> Tensor:
        heard = graph.sums(self.edges(graph.means(x), graph.counts))
        return heard if self.whole is None else heard + self.whole(graph.mean(x))[graph.owner]


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
    The recursion of `config.variant` over graphs: called with states, x [N, D] and a Graph with `config.relations`.
    """
    return build_recursion(config, lambda: GraphBlock(config))
