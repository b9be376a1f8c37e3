"""What a chooser is: it ranks what is legal, picks one, or stops. It never rewrites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, runtime_checkable

from noodlecore_trm.choosers.cost import cost_of, size
from noodlecore_trm.ir.facts import Function
from noodlecore_trm.ir.op import Op
from noodlecore_trm.refine import Tried
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule


class ChooserUnavailable(Exception):
    """The chooser cannot serve; the message is the fallback's reason."""


class Unsuited(ChooserUnavailable):
    """The chooser cannot serve this function, but may serve the next one."""


@dataclass(frozen=True)
class Preview:
    """
    The function as it would be after a candidate. `look` finds the further candidates among some ops and in them, or
    all of them for None. What nobody asks for is not worked out.
    """

    function: Function
    look: Callable[[Sequence[Op] | None], tuple[Candidate, ...]]

    @cached_property
    def cost(self) -> float:
        return cost_of(self.function)

    @cached_property
    def size(self) -> int:
        return size(self.function.body)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        return self.look(None)


@dataclass(slots=True)
class State:
    """
    One choice to make.

    `remaining` is the number of rewrites still allowed and `slack` the number of ops the function
    may still grow by (None for no limit). `preview` is a context in which candidates have been made, one after the
    other; it comes with None if they do not fit or the file has been looked at long enough. What it comes with may be
    asked about its ops only until they are taken back.
    """

    function: Function
    candidates: tuple[Candidate, ...]
    cost: float
    size: int
    remaining: int | None
    slack: int | None
    preview: Callable[[tuple[Candidate, ...]], AbstractContextManager[Preview | None]]
    history: tuple[str, ...] = field(default=())


class Chooser(Protocol):
    """
    Contract, tested over all choosers: picks from the list or stops (None); same state, same
    answer; raises nothing but ChooserUnavailable.
    """

    @property
    def name(self) -> str: ...

    def choose(self, state: State) -> Candidate | None: ...

    def wants(self, rule: Rule) -> bool:
        """Whether it would ever pick a candidate of the rule; those of other rules may be missing in a state."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """
    One rewrite of an answer: its rule, its line in the file, and its place in the list of candidates that the answer
    began with; None if it only came up later.
    """

    rule: str
    line: int
    index: int | None

    def __str__(self) -> str:
        return f"{self.rule} (line {self.line})"


Answer = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Candidates to apply one after the other, as far as each is still there when its turn comes."""

    plan: tuple[Candidate, ...]
    confidence: float = 0.0
    """How sure the proposer is that it has nothing better, from 0 to 1."""


@runtime_checkable
class Proposer(Protocol):
    """
    A chooser of another kind: it proposes whole plans and is told what became of them.

    Contract: plans from the list, or None to stop; same state and same verdicts, same plan; raises nothing but
    ChooserUnavailable, of which `Unsuited` is about one function only.
    """

    @property
    def name(self) -> str: ...

    def wants(self, rule: Rule) -> bool:
        """Whether it knows the rule; candidates of others are left to the classic chooser."""
        ...

    def propose(self, state: State, tried: Sequence[Tried[Answer]]) -> Proposal | None:
        """
        A plan for a state, knowing the verdicts on what was tried in it. It is asked without any again in the state
        after its plan, to go on.
        """
        ...
