"""
What follows from each rewrite: a graph of versions of one function, and the best that can be reached in it.

A node is a version, an edge a candidate. Versions that read the same are one node, whatever the order of the rewrites
that led there. The graph is grown level by level from its cheapest versions, as far as a budget goes; so what is said
about the best within K rewrites is what was found, not what there is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from noodlecore_trm.choosers.cost import size
from noodlecore_trm.emit import EmissionError, emit
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.op import Op
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter
from noodlecore_trm.parse import parse_module
from noodlecore_trm.rules.listing import Candidate, RuleTable, apply, find
from noodlecore_trm.teacher.cost import Uncounted
from noodlecore_trm.translate import translate

WIDTHS: Final = (40, 24, 16, 12, 6, 3, 2, 2, 1, 1, 1, 1)
"""How many versions of each level are looked at further, the cheapest first."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One candidate: its rule, and the version it leads to; None if the replacement did not fit or does not count."""

    rule: str
    target: bytes | None


@dataclass(slots=True)
class Node:
    """
    A version: estimated nanoseconds of its calls, ops in its function, and the places in the lists of candidates that
    lead there. `edges` is None until it has been looked at further, and then has one edge for each candidate.
    """

    text: bytes
    cost: float
    size: int
    path: tuple[int, ...]
    edges: tuple[Edge, ...] | None = None
    best: dict[int, float] = field(default_factory=dict)


class Graph:
    """The versions that were found, by their text. `root` is the function as it was written."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.nodes: dict[bytes, Node] = {root.text: root}

    def least(self, node: Node, rewrites: int) -> float:
        """The least cost that was found within so many more rewrites of a version."""
        known = node.best.get(rewrites)
        if known is None:
            known = node.cost
            for edge in (node.edges or ()) if rewrites else ():
                if edge.target is not None:
                    known = min(known, self.least(self.nodes[edge.target], rewrites - 1))
            node.best[rewrites] = known
        return known

    def worth(self, node: Node, rewrites: int) -> list[float]:
        """
        For each candidate the logarithm of the speed-up that can be reached with it, within so many rewrites, over
        the version as it is; NaN where the replacement did not fit. Stopping is worth 0.
        """
        return [
            math.nan
            if edge.target is None
            else math.log(node.cost / self.least(self.nodes[edge.target], rewrites - 1))
            for edge in node.edges or ()
        ]

    def gain(self, rewrites: int) -> float:
        """The greatest speed-up that was found within so many rewrites of the original."""
        return self.root.cost / self.least(self.root, rewrites)


class Explorer:
    """
    Grows the graph of one function of a module.

    `price` gives the cost of a version, or raises Uncounted. Raises ValueError if there is no such function.
    """

    def __init__(
        self, source: bytes, qualname: str, price: Callable[[bytes], float], table: RuleTable, *, versions: int = 400
    ) -> None:
        self.module = translate(parse_module(source))
        self.rewriter = Rewriter(self.module)
        self.table = table
        self.price = price
        self.left = versions
        self.op = next((op for op in self.module.functions if self._function(op).scope.qualname == qualname), None)
        if self.op is None:
            raise ValueError(f"there is no function {qualname}")

    def _function(self, op: Op) -> Function:
        return Function(ModuleFacts(self.module), op)

    @property
    def function(self) -> Function:
        """The function in the version that is at hand."""
        assert self.op is not None
        return self._function(self.op)

    def run(self, widths: Sequence[int] = WIDTHS) -> Graph:
        """Look at versions, level by level. Raises Uncounted if the original does not count."""
        text = emit(self.module)
        graph = Graph(Node(text, self.price(text), size(self.function.body), ()))
        level = [graph.root]
        for width in widths:
            level = sorted(level, key=lambda node: node.cost)[:width]
            level = [found for node in level for found in self._expand(graph, node)]
            if not level or self.left <= 0:
                break
        return graph

    def at(self, node: Node) -> Iterator[tuple[Candidate, ...]]:
        """Go to a version, give its candidates once, and go back."""
        mark = self.rewriter.mark()
        try:
            candidates = find(self.function, self.table).candidates
            for place in node.path:
                apply(self.rewriter, candidates[place])
                candidates = find(self.function, self.table).candidates
            yield candidates
        finally:
            self.rewriter.rollback(mark)

    def _expand(self, graph: Graph, node: Node) -> list[Node]:
        """The versions one rewrite further that were not known."""
        new: list[Node] = []
        for candidates in self.at(node):
            edges = []
            for place, candidate in enumerate(candidates):
                target = self._follow(graph, candidate, (*node.path, place)) if self.left > 0 else None
                if target is not None and target.path == (*node.path, place):
                    new.append(target)
                edges.append(Edge(candidate.rule.name, None if target is None else target.text))
            node.edges = tuple(edges)
        return new

    def _follow(self, graph: Graph, candidate: Candidate, path: tuple[int, ...]) -> Node | None:
        mark = self.rewriter.mark()
        try:
            apply(self.rewriter, candidate)
            text = emit(self.module)
            known = graph.nodes.get(text)
            if known is None:
                self.left -= 1
                known = Node(text, self.price(text), size(self.function.body), path)
                graph.nodes[text] = known
            return known
        except (RewriteError, EmissionError, Uncounted):
            return None
        finally:
            self.rewriter.rollback(mark)
