"""When the preferred chooser cannot serve, the classic one does, and the receipt says why."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from noodlecore_trm.choosers.chooser import (
    Answer,
    Chooser,
    ChooserUnavailable,
    Proposal,
    Proposer,
    State,
    Unsuited,
)
from noodlecore_trm.choosers.classic import ClassicChooser
from noodlecore_trm.refine import Tried
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule

PATIENCE: Final = 2.0
"""Seconds that one proposal may take."""


class FallbackChooser:
    """
    Asks `preferred` until it fails once, then `classic` for the rest.

    What picks step by step gives the first answer of a refinement. What proposes plans is asked to better the first
    answer, which is classic's then. `reason` is empty as long as the preferred one serves.
    """

    def __init__(
        self, preferred: Callable[[], Chooser | Proposer], classic: ClassicChooser, patience: float = PATIENCE
    ) -> None:
        self._classic = classic
        self._patience = patience
        self.reason = ""
        self.seconds = 0.0
        """Spent on proposals so far."""
        self._active: Chooser = classic
        self._proposer: Proposer | None = None
        try:
            chosen = preferred()
            if isinstance(chosen, Proposer):
                self._proposer = chosen
            else:
                self._active = chosen
        except ChooserUnavailable as problem:
            self.reason = str(problem)

    @property
    def name(self) -> str:
        return self._active.name if self._proposer is None else self._proposer.name

    @property
    def version(self) -> str:
        """Which model it is that proposes; empty without one."""
        return getattr(self._proposer, "version", "")

    @property
    def first_name(self) -> str:
        """The name of what gives the first answer."""
        return self._active.name

    @property
    def classic(self) -> ClassicChooser:
        return self._classic

    @property
    def proposes(self) -> bool:
        """Whether the first answer is to be bettered with plans."""
        return self._proposer is not None

    def wants(self, rule: Rule) -> bool:
        return self._active.wants(rule) or self._classic.wants(rule)

    def knows(self, rule: Rule) -> bool:
        """Whether plans may hold the rule."""
        return self._proposer is not None and self._proposer.wants(rule)

    def choose(self, state: State) -> Candidate | None:
        if self._active is not self._classic:
            try:
                choice = self._active.choose(state)
                if choice is None or any(choice is candidate for candidate in state.candidates):
                    return choice
                self.reason = f"{self._active.name} chose what is not on the list"
            except Exception as problem:  # whatever a model may do, the user gets an answer
                self.reason = str(problem) or type(problem).__name__
            self._active = self._classic
        return self._classic.choose(state)

    def propose(self, state: State, tried: Sequence[Tried[Answer]] = ()) -> Proposal | None:
        """
        A plan, or None to stop. Raises Unsuited if the function cannot be served; any other failure is the last,
        with its reason in `reason` and None as the answer.
        """
        if self._proposer is None:
            return None
        start = time.perf_counter()
        try:
            proposal = self._proposer.propose(state, tried)
            self.reason = self._objection(proposal, state, time.perf_counter() - start)
        except Unsuited:
            raise
        except Exception as problem:  # whatever a model may do, the user gets an answer
            self.reason = str(problem) or type(problem).__name__
        finally:
            self.seconds += time.perf_counter() - start
        if not self.reason:
            return proposal
        self._proposer = None
        return None

    def go_on(self, state: State) -> Proposal | None:
        """A plan for the state after a plan; None as well if the function cannot be served any more."""
        try:
            return self.propose(state)
        except Unsuited:
            return None

    def _objection(self, proposal: Proposal | None, state: State, seconds: float) -> str:
        assert self._proposer is not None
        name = self._proposer.name
        if seconds > self._patience:
            return f"{name} ran out of time: more than {self._patience:g} s for one plan"
        if proposal is None:
            return ""
        listed = {id(candidate) for candidate in state.candidates}
        if any(id(candidate) not in listed for candidate in proposal.plan):
            return f"{name} chose what is not on the list"
        if not 0.0 <= proposal.confidence <= 1.0:
            return f"{name} gave a confidence of {proposal.confidence}"
        return ""


def with_fallback(
    preferred: Callable[[], Chooser | Proposer], classic: ClassicChooser, patience: float = PATIENCE
) -> FallbackChooser:
    """`preferred`, replaced by `classic` for good at its first failure."""
    return FallbackChooser(preferred, classic, patience)
