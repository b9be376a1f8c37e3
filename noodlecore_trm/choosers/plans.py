"""Following a plan, and what a judge makes of where it led."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from noodlecore_trm.choosers.chooser import Proposal, State
from noodlecore_trm.choosers.classic import ClassicChooser, Place, gain_at, pays, place_of
from noodlecore_trm.choosers.cost import frequency, rates_of, spent
from noodlecore_trm.choosers.table import Table
from noodlecore_trm.refine import Verdict
from noodlecore_trm.rules.listing import Candidate, growth
from noodlecore_trm.rules.rule import Rule

GONE: Final = "is gone"
LOSES: Final = "does not pay"
TOO_LARGE: Final = "grows too much"
UNWRITTEN: Final = "cannot be written down"
NOT_REACHED: Final = "was not reached"
REMARKS: Final = (GONE, LOSES, TOO_LARGE, UNWRITTEN, NOT_REACHED)
"""What a follower may say of a part of a plan that it did not apply."""

_ROUNDS: Final = 8
_NOISE: Final = 1e-9
_SAME: Final = 1e-6
"""The score of an answer that is as good as the first one."""


class PlanFollower:
    """
    Applies a plan part by part, each only if it is still proven where its turn comes, then asks for more.

    What the table has measured to lose is passed over, as are parts that would grow the function beyond its slack.
    Without a limit on rewrites each part has to be worth its text by the classic chooser's filters as well, since
    nothing else keeps the diff small; and it asks again only about what has come up since it asked last. When nothing
    more is proposed, that chooser chooses among the rules that the proposer does not know.
    """

    name = "plan"

    def __init__(
        self,
        plan: tuple[Candidate, ...],
        more: Callable[[State], Proposal | None],
        knows: Callable[[Rule], bool],
        classic: ClassicChooser,
    ) -> None:
        self.remarks = [NOT_REACHED] * len(plan)
        """For each part of the plan why it was not applied; empty if it was."""
        self._pending = deque(enumerate(plan))
        self._more = more
        self._knows = knows
        self._classic = classic
        self._rounds = _ROUNDS
        self._asked_about: set[Place] = set()
        self._last: tuple[int, int] | None = None

    def wants(self, rule: Rule) -> bool:
        return self._knows(rule) or self._classic.wants(rule)

    def choose(self, state: State) -> Candidate | None:
        if self._last is not None:
            part, made = self._last
            self.remarks[part] = "" if len(state.history) > made else UNWRITTEN
            self._last = None
        while True:
            while self._pending:
                part, wanted = self._pending.popleft()
                found = _find(wanted, state)
                remark = GONE if found is None else self._objection(found, state)
                if part < len(self.remarks):
                    self.remarks[part] = remark or NOT_REACHED
                    if not remark:
                        self._last = part, len(state.history)
                if not remark:
                    return found
            proposal = self._ask(state)
            if proposal is None or not proposal.plan:
                break
            # what comes up later is no part of the answer
            self._pending.extend((len(self.remarks), each) for each in proposal.plan)
        unknown = tuple(each for each in state.candidates if not self._knows(each.rule))
        return self._classic.choose(replace(state, candidates=unknown)) if unknown else None

    def _ask(self, state: State) -> Proposal | None:
        places = {place_of(each) for each in state.candidates}
        settled = state.remaining is None and places <= self._asked_about
        self._asked_about |= places
        self._rounds -= 1
        return None if settled or self._rounds < 0 else self._more(state)

    def settle(self, made: int) -> None:
        """Tell it that it is over, with so many rewrites made."""
        if self._last is not None:
            part, before = self._last
            self.remarks[part] = "" if made > before else UNWRITTEN

    def _objection(self, candidate: Candidate, state: State) -> str:
        if loses(candidate, self._classic.table):
            return LOSES
        if state.slack is not None and growth(candidate) > state.slack:
            return TOO_LARGE
        if state.remaining is None and self._classic.turns_down(candidate, state):
            return LOSES
        return ""


def loses(candidate: Candidate, table: Table) -> bool:
    """Whether a table has measured that a candidate does not pay where it stands."""
    entry = table.get(candidate.rule.name)
    return entry is not None and (entry.off or not pays(entry, candidate))


def _find(wanted: Candidate, state: State) -> Candidate | None:
    """The candidate of the same rule at the same op, proven anew."""
    return next((each for each in state.candidates if each.op is wanted.op and each.rule is wanted.rule), None)


@dataclass(slots=True)
class Estimate:
    """
    What an answer is expected to bring, by two estimates that know nothing of each other: the static `cost` of the
    function after it, and `gained`, the logarithm of the gains that the table has measured for its steps, each for
    its share of the function's cost.
    """

    cost: float
    gained: float = 0.0

    def expect(self, table: Table, candidate: Candidate) -> None:
        """Take a step into account that is about to be made in a function of the present `cost`."""
        entry = table.get(candidate.rule.name)
        if entry is None or entry.opens or not entry.gains or self.cost <= 0.0:
            return
        rates = rates_of(candidate.function)
        work = spent(candidate.op, rates) * frequency(candidate.op, candidate.function.body, rates)
        share = min(1.0, work / self.cost)
        self.gained -= math.log(1.0 - share * (1.0 - 1.0 / max(1.0, gain_at(entry, candidate))))


def verdict_against(
    first: Estimate, own: Estimate, remarks: tuple[str, ...] = (), *, scarce: bool = False
) -> Verdict:
    """
    What is to be said of an answer, measured by the first one: its score is above 0 only if it is better by one
    estimate and worse by none. Either of them alone can be led astray.

    Where rewrites are scarce, answers differ in what they leave out: there it is enough to be worse by neither.
    """
    cheaper = math.log(first.cost / own.cost) if first.cost > 0.0 and own.cost > 0.0 else 0.0
    more = own.gained - first.gained
    score = cheaper + more if min(cheaper, more) >= -_NOISE else min(cheaper, more)
    if scarce and score >= -_NOISE:
        score = max(score, _SAME)
    detail = f"static cost {own.cost:.1f}, {math.exp(own.gained):.3f} times as fast by the table"
    return Verdict(True, score, detail, remarks)
