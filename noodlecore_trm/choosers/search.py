"""The budgeted best-first chooser: it looks ahead over sequences of rewrites by static cost."""

from __future__ import annotations

import heapq

from noodlecore_trm.choosers.chooser import State
from noodlecore_trm.choosers.classic import pays
from noodlecore_trm.choosers.table import Table, current_table
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule

Sequence = tuple[Candidate, ...]


class SearchChooser:
    """
    The first step of the cheapest sequence found within `budget` previews of at most `depth` steps.

    A step has to lower the estimated cost by at least `margin` of it to be worth a diff. What the
    table of this interpreter has measured to lose is left out: the estimate would fall for it.
    """

    name = "search"

    def __init__(self, budget: int = 120, depth: int = 4, margin: float = 0.01, table: Table | None = None) -> None:
        self.table = current_table() if table is None else table
        self.budget = budget
        self.depth = depth
        self.margin = margin

    def wants(self, rule: Rule) -> bool:
        entry = self.table.get(rule.name)
        return entry is None or not entry.off

    def choose(self, state: State) -> Candidate | None:
        depth = self.depth if state.remaining is None else min(self.depth, state.remaining)
        best_cost = state.cost
        best: Sequence = ()
        tried = 0
        order = 0
        frontier = [(state.cost, 0, Sequence(), self._paying(state.candidates))]
        while frontier and tried < self.budget:
            _, _, sequence, candidates = heapq.heappop(frontier)
            if len(sequence) >= depth:
                continue
            for candidate in candidates:
                if tried >= self.budget:
                    break
                tried += 1
                longer = (*sequence, candidate)
                with state.preview(longer) as after:
                    if after is None or (state.slack is not None and after.size - state.size > state.slack):
                        continue
                    if after.cost < best_cost:
                        best_cost, best = after.cost, longer
                    order += 1
                    heapq.heappush(frontier, (after.cost, order, longer, self._paying(after.candidates)))
        if not best or best_cost > state.cost * (1 - self.margin):
            return None
        return best[0]

    def _paying(self, candidates: Sequence) -> Sequence:
        entries = ((each, self.table.get(each.rule.name)) for each in candidates)
        return tuple(each for each, entry in entries if entry is None or pays(entry, each))
