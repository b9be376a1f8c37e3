"""
What follows from each rewrite: a graph of versions of one function, and the best that can be reached in it.

A node is a version, an edge a candidate. Versions that read the same are one node, whatever the order of the rewrites
that led there. The graph is grown from its cheapest versions, as far as a budget goes; so what is said about the best
within K rewrites is what was found, not what there is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Protocol

from noodlecore_trm.choosers.cost import cost_of, size
from noodlecore_trm.emit import EmissionError, emit
from noodlecore_trm.ir.facts import Function, ModuleFacts
from noodlecore_trm.ir.facts.observed import Observed
from noodlecore_trm.ir.op import Module, Op
from noodlecore_trm.ir.rewriter import RewriteError, Rewriter, Undone
from noodlecore_trm.parse import parse_module
from noodlecore_trm.rules.listing import Candidate, RuleTable, apply, find
from noodlecore_trm.teacher.cost import Uncounted
from noodlecore_trm.translate import translate

WIDTHS: Final = (1, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1)
"""How many versions of each level are looked at further, the cheapest first; twice as many in each next wave."""


@dataclass(frozen=True, slots=True)
class Edge:
    """
    One candidate: its op, its rule, and the version it leads to; None if the replacement did not fit or does not count.

    The op is the same object in every version where it was left alone.
    """

    op: Op
    rule: str
    target: bytes | None


@dataclass(eq=False, slots=True)
class Node:
    """
    A version: estimated nanoseconds of its calls, static cost and ops of its function, and how it was first reached.

    `edges` is None until it has been looked at further, and then has one edge for each candidate.
    """

    text: bytes
    cost: float
    static: float
    size: int
    parent: Node | None = None
    changes: Undone = field(default_factory=list)
    edges: tuple[Edge, ...] | None = None

    @property
    def path(self) -> list[Node]:
        """The versions on the way from the root, which is left out, to this one."""
        path: list[Node] = []
        node = self
        while node.parent is not None:
            path.append(node)
            node = node.parent
        return path[::-1]


class Useless(Exception):
    """A version that is not to be looked at further; the message says why."""


class Notes(Protocol):
    """Whoever wants to know more of the versions than is kept of them."""

    def look(self, node: Node, function: Function, candidates: tuple[Candidate, ...]) -> None:
        """A version is looked at further. May raise Useless."""
        ...

    def follow(self, node: Node, place: int, after: Node, candidates: tuple[Candidate, ...]) -> None:
        """Candidate number `place` of that version leads to another one, with these candidates."""
        ...


class Graph:
    """The versions that were found, by their text. `root` is the function as it was written."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.nodes: dict[bytes, Node] = {root.text: root}
        self._least: dict[tuple[bytes, int], float] = {}
        self._across: dict[bytes, set[bytes]] | None = None

    def least(self, node: Node, rewrites: int) -> float:
        """The least cost that was found within so many more rewrites of a version."""
        known = self._least.get((node.text, rewrites))
        if known is None:
            known = node.cost
            for target in self._beyond(node) if rewrites else ():
                known = min(known, self.least(self.nodes[target], rewrites - 1))
            self._least[node.text, rewrites] = known
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

    def expanded(self) -> list[Node]:
        """The versions that were looked at further, in the order in which they were found."""
        return [node for node in self.nodes.values() if node.edges is not None]

    def _beyond(self, node: Node) -> set[bytes]:
        """The versions one rewrite further."""
        if node.edges is not None:
            return {edge.target for edge in node.edges if edge.target is not None}
        if self._across is None:
            self._across = self._completed()
        return self._across.get(node.text, set())

    def _completed(self) -> dict[bytes, set[bytes]]:
        """
        What follows from versions that were not looked at further, where two rewrites can change places.

        If `a` and `b` can be made in a version, and `a` was made after `b`, then `b` can be made after `a`. It may be
        wrong where `a` takes away what `b` needs, which is rare: it would be found if `a` were looked at.
        """
        across: dict[bytes, set[bytes]] = {}
        for node in self.expanded():
            for other in node.edges or ():
                beyond = None if other.target is None else self.nodes[other.target].edges
                after = {(edge.op, edge.rule): edge.target for edge in beyond or ()}
                for edge in node.edges or ():
                    reached = after.get((edge.op, edge.rule))
                    if edge.target is not None and reached is not None and self.nodes[edge.target].edges is None:
                        across.setdefault(edge.target, set()).add(reached)
        return across


def function_named(module: Module, qualname: str) -> Op:
    """The definition of a function. Raises ValueError if there is none."""
    facts = ModuleFacts(module)
    for op in module.functions:
        if Function(facts, op).scope.qualname == qualname:
            return op
    raise ValueError(f"there is no function {qualname}")


class Explorer:
    """
    Grows the graph of one function of a module.

    `price` gives the cost of a version, or raises Uncounted. `notes` is shown every version that is looked at further,
    and where each of its candidates leads. `observed` is what a profile has seen. Raises ValueError if there is no such
    function.
    """

    def __init__(
        self,
        source: bytes,
        qualname: str,
        price: Callable[[bytes], float],
        table: RuleTable,
        *,
        versions: int = 400,
        notes: Notes | None = None,
        observed: Observed | None = None,
    ) -> None:
        self.module = translate(parse_module(source))
        self.rewriter = Rewriter(self.module)
        self.table = table
        self.price = price
        self.notes = notes
        self.observed = observed
        self.left = versions
        self._useless: set[bytes] = set()
        self.op = function_named(self.module, qualname)

    @property
    def function(self) -> Function:
        """The function in the version that is at hand."""
        return Function(ModuleFacts(self.module, observed=self.observed), self.op)

    def run(self, widths: Sequence[int] = WIDTHS) -> Graph:
        """
        Look at versions in waves, each twice as wide as the one before, down to the same depth. Raises Uncounted if
        the original does not count, and Useless if it is.
        """
        graph = Graph(self._node(emit(self.module), None))
        self.expand(graph, graph.root)
        wider = 1
        while self._wave(graph, [width * wider for width in widths]):
            wider *= 2
        return graph

    @contextmanager
    def at(self, node: Node) -> Iterator[None]:
        """Go to a version that was found, and back."""
        mark = self.rewriter.mark()
        try:
            for step in node.path:
                self.rewriter.redo(step.changes)
            yield
        finally:
            self.rewriter.rollback(mark)

    def _wave(self, graph: Graph, widths: Sequence[int]) -> bool:
        """Whether there may be more to look at, after one wave."""
        reached = {graph.root.text}
        level = [graph.root]
        looked = left_out = False
        for width in widths:
            level.sort(key=lambda node: node.cost)
            left_out = left_out or len(level) > width
            following: dict[bytes, Node] = {}
            for node in level[:width]:
                if node.edges is None and node.text not in self._useless:
                    if self.left <= 0:
                        return False
                    try:
                        self.expand(graph, node)
                    except Useless:
                        self._useless.add(node.text)
                        continue
                    looked = True
                following |= {each.target: graph.nodes[each.target] for each in node.edges or () if each.target}
            level = [node for text, node in following.items() if text not in reached]
            reached.update(following)
        return left_out or looked

    def expand(self, graph: Graph, node: Node) -> None:
        """Find the versions one rewrite further. Raises Useless."""
        with self.at(node):
            function = self.function
            candidates = find(function, self.table).candidates
            if self.notes is not None:
                self.notes.look(node, function, candidates)
            node.edges = tuple(
                Edge(each.op, each.rule.name, self._follow(graph, node, each, place))
                for place, each in enumerate(candidates)
            )

    def _follow(self, graph: Graph, node: Node, candidate: Candidate, place: int) -> bytes | None:
        mark = self.rewriter.mark()
        made = None
        try:
            apply(self.rewriter, candidate)
            text = emit(self.module)
            if text not in graph.nodes:
                self.left -= 1
                made = graph.nodes[text] = self._node(text, node)
            if self.notes is not None:
                self.notes.follow(node, place, graph.nodes[text], find(self.function, self.table).candidates)
            return text
        except (RewriteError, EmissionError, Uncounted):
            return None
        finally:
            changes = self.rewriter.rollback(mark)
            if made is not None:
                made.changes = changes

    def _node(self, text: bytes, parent: Node | None) -> Node:
        function = self.function
        return Node(text, self.price(text), cost_of(function), size(function.body), parent)
