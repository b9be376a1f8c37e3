"""
The model that chooses: ops and actions in, a score for each action out.

A choice is one graph. Its nodes are the ops of a function and the actions that may be taken in it, one node each; edges
are those between ops, those between an action and the op it is at, and those between any two actions. What an action is
expected to bring, and what became of it where it was tried, are features of its node, so that the answer y of the
recursion holds a plan, and the verdicts on it are part of the next question.

Shapes: B choices, n ops and c actions in all of them together, N = n + c nodes, D width.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Self

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from noodlecore_trm.models.config import GraphConfig
from noodlecore_trm.models.graph_mixer import Graph, GraphBlock
from noodlecore_trm.models.layers import Embedding, Linear
from noodlecore_trm.models.recursion import States, build_recursion, detached

UNIT = 0.2
"""A score of the head times this is the logarithm of a speed-up."""
OWN_RELATIONS = 3
"""Kinds of edges that actions have: to their op, from it, and to each other."""


@dataclass(frozen=True, kw_only=True)
class ScoringConfig(GraphConfig):
    """
    Settings of the model that chooses.

    `columns` and `context` say how many values each column of an op and each number of the context has, `masks` which
    of the columns are bits, `rules` and `outcomes` how many of them are known, `outlook` and `verdict` how many numbers
    an action comes with, and comes back with from being tried. `relations` are those among ops; OWN_RELATIONS more come
    on top, from actions to ops, back, and among actions. `steps` is the number of supervision steps that it was trained
    for, and `dropout` the share of x that is left out in training. Raises ConfigurationError.
    """

    columns: tuple[int, ...]
    context: tuple[int, ...]
    rules: int
    outcomes: int
    outlook: int
    verdict: int
    masks: tuple[int, ...] = ()
    steps: int = 4
    dropout: float = 0.0

    @property
    def graph(self) -> GraphConfig:
        """The settings of the recursion, whose relations are all of them."""
        shared = {name: getattr(self, name) for name in GraphConfig.__dataclass_fields__}
        return GraphConfig(**{**shared, "relations": self.relations + OWN_RELATIONS})


@dataclass(frozen=True)
class Question:
    """
    B choices. Nodes are counted over the whole batch: those of the ops of a choice first, then those of its actions.
    """

    ops: Tensor  # int64 [n, columns]
    op_nodes: Tensor  # int64 [n]
    rules: Tensor  # int64 [c]
    outlook: Tensor  # float32 [c, outlook]
    action_nodes: Tensor  # int64 [c]
    context: Tensor  # int64 [B, context]
    graph: Graph

    @classmethod
    def batch(
        cls,
        config: ScoringConfig,
        ops: Sequence[Any],
        edges: Sequence[Any],
        actions: Sequence[Any],
        outlook: Sequence[Any],
        context: Any,
    ) -> Self:
        """
        Put choices side by side: for each the ops [n, columns], the edges [m, 3] as for `Graph.batch`, the actions
        [c, 2] as rows of ops and numbers of rules, and their outlook [c, outlook]. Raises ValueError on what is out
        of range.
        """
        sizes = [len(each) for each in ops]
        counts = [len(each) for each in actions]
        triples = []
        for size, between, acted in zip(sizes, edges, actions, strict=True):
            at = torch.as_tensor(acted, dtype=torch.int64).view(-1, 2)[:, 0]
            if len(at) and at.max() >= size:
                raise ValueError(f"an action is out of range: there are {size} ops")
            node = size + torch.arange(len(at))
            to, back = torch.full_like(at, config.relations), torch.full_like(at, config.relations + 1)
            known = torch.as_tensor(between, dtype=torch.int64).view(-1, 3)
            teller, hearer = torch.cartesian_prod(node, node).T if len(at) > 1 else (node[:0], node[:0])
            other = teller != hearer
            rivals = torch.stack((torch.full_like(teller, config.relations + 2), teller, hearer), 1)[other]
            triples.append(
                torch.cat((known, torch.stack((to, node, at), 1), torch.stack((back, at, node), 1), rivals))
            )
        nodes = [sum(pair) for pair in zip(sizes, counts, strict=True)]
        graph = Graph.batch(nodes, triples, config.relations + OWN_RELATIONS)
        first = [0, *accumulate(nodes)][:-1]
        flat = torch.cat([torch.as_tensor(each, dtype=torch.int64).view(-1, 2) for each in actions])
        return cls(
            torch.cat([torch.as_tensor(each, dtype=torch.int64) for each in ops]),
            torch.cat([start + torch.arange(size) for start, size in zip(first, sizes, strict=True)]),
            flat[:, 1],
            torch.cat([torch.as_tensor(each, dtype=torch.float32).view(-1, config.outlook) for each in outlook]),
            torch.cat(
                [start + size + torch.arange(count) for start, size, count in zip(first, sizes, counts, strict=True)]
            ),
            torch.as_tensor(context, dtype=torch.int64),
            graph,
        )

    def to(self, device: torch.device | str) -> Self:
        return type(self)(**{name: value.to(device) for name, value in vars(self).items()})


@dataclass(frozen=True)
class Verdicts:
    """
    What became of each action where it was tried: a number of `outcomes`, 0 for not tried; the number of the rule of
    the best action that it opens and 1, 0 for none; and the numbers of `encoding.vocabulary.VERDICT`.
    """

    outcomes: Tensor  # int64 [c]
    opens: Tensor  # int64 [c]
    numbers: Tensor  # float32 [c, verdict]

    @classmethod
    def none(cls, question: Question, config: ScoringConfig) -> Self:
        """Nothing has been tried."""
        nothing = torch.zeros_like(question.rules)
        return cls(nothing, nothing, question.outlook.new_zeros(len(nothing), config.verdict))

    def to(self, device: torch.device | str) -> Self:
        return type(self)(self.outcomes.to(device), self.opens.to(device), self.numbers.to(device))


@dataclass(frozen=True)
class Scores:
    """
    For each action the logarithm of the speed-up that is in reach with it, over stopping, which scores 0; for each
    choice that of the best there is, and the logit of having it.
    """

    actions: Tensor  # float32 [c]
    value: Tensor  # float32 [B]
    halt: Tensor  # float32 [B]


class ScoringModel(nn.Module):
    """Embedding, recursion over the graph, heads. One call is one supervision step."""

    def __init__(self, config: ScoringConfig) -> None:
        super().__init__()
        self.config = config
        width = config.hidden_size
        self.dtype: torch.dtype = getattr(torch, config.forward_dtype)
        rows = [8 if column in config.masks else size for column, size in enumerate(config.columns)]
        self.ops = Embedding(sum(rows), width)
        self.context = Embedding(sum(config.context), width)
        self.rules = Embedding(config.rules, width)
        self.outcomes = Embedding(config.outcomes, width)
        self.opens = Embedding(config.rules + 1, width)
        self.outlook = Linear(config.outlook, width)
        self.verdict = Linear(config.verdict, width)
        self.recursion = build_recursion(config.graph, lambda: GraphBlock(config.graph))
        self.action_head = Linear(width, 1, bias=True)
        self.choice_head = Linear(width, 2, bias=True)
        self.register_buffer("column_starts", _starts(rows), persistent=False)
        self.register_buffer("context_starts", _starts(config.context), persistent=False)
        with torch.no_grad():
            self.action_head.weight.zero_()
            self.choice_head.weight.zero_()

    column_starts: Tensor
    context_starts: Tensor

    def initial(self, question: Question) -> States:
        return self.recursion.initial(len(question.graph.owner))

    def embed(self, question: Question, verdicts: Verdicts) -> Tensor:
        """x [N, D]."""
        x = self.context(question.context + self.context_starts, self.dtype).sum(1)[question.graph.owner]
        actions = (
            self.rules(question.rules, self.dtype)
            + self.outlook(question.outlook.to(self.dtype))
            + self.outcomes(verdicts.outcomes, self.dtype)
            + self.opens(verdicts.opens, self.dtype)
            + self.verdict(verdicts.numbers.to(self.dtype))
        )
        x = x.index_add(0, question.op_nodes, self._ops(question.ops)).index_add(0, question.action_nodes, actions)
        scale = math.sqrt(self.config.hidden_size / len(self.config.columns))
        scaled: Tensor = F.dropout(scale * x, self.config.dropout, self.training)
        return scaled

    def _ops(self, ops: Tensor) -> Tensor:
        """ops [n, columns] -> [n, D]: a row of the table for each column, and one for each bit of a mask."""
        config = self.config
        plain = [column for column in range(len(config.columns)) if column not in config.masks]
        total: Tensor = self.ops((ops + self.column_starts)[:, plain], self.dtype).sum(1)
        for column in config.masks:
            start = int(self.column_starts[column])
            bits = (ops[:, column : column + 1] >> torch.arange(8, device=ops.device)) & 1
            total = total + bits.to(self.dtype) @ self.ops.embedding_weight[start : start + 8].to(self.dtype)
        return total

    def forward(self, z: States, question: Question, verdicts: Verdicts) -> tuple[States, Scores]:
        """One supervision step. The states that come back are detached."""
        z = self.recursion(z, self.embed(question, verdicts), question.graph)
        y = z[self.recursion.answer]
        actions = self.action_head(y[question.action_nodes]).float().squeeze(1)
        whole = self.choice_head(question.graph.mean(y)).float()
        return detached(z), Scores(UNIT * actions, UNIT * whole[:, 0], whole[:, 1])


def _starts(rows: Sequence[int]) -> Tensor:
    """Where each part of a table begins."""
    return torch.tensor([0, *rows]).cumsum(0)[:-1]
