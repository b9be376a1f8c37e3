"""What a chooser is: it ranks what is legal, picks one, or stops. It never rewrites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from noodlecore_trm.ir.facts import Function
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule


class ChooserUnavailable(Exception):
    """The chooser cannot serve; the message is the fallback's reason."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The function as it would be after a candidate: its cost, size and further candidates."""

    cost: float
    size: int
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class State:
    """
    One choice to make.

    `remaining` is the number of rewrites still allowed and `slack` the number of ops the function
    may still grow by (None for no limit). `preview` tries candidates one after the other on the
    module and takes them back; what it returns is stale once the module changes, and it is None if
    they do not fit or the file has been looked at long enough.
    """

    function: Function
    candidates: tuple[Candidate, ...]
    cost: float
    size: int
    remaining: int | None
    slack: int | None
    preview: Callable[[tuple[Candidate, ...]], Preview | None]
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
