"""When the preferred chooser cannot serve, the classic one does, and the receipt says why."""

from __future__ import annotations

from collections.abc import Callable

from noodlecore_trm.choosers.chooser import Chooser, ChooserUnavailable, State
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule


class FallbackChooser:
    """
    Asks `preferred` until it fails once, then `classic` for the rest.

    `reason` is empty as long as the preferred chooser serves.
    """

    def __init__(self, preferred: Callable[[], Chooser], classic: Chooser) -> None:
        self._classic = classic
        self.reason = ""
        self._active: Chooser = classic
        try:
            self._active = preferred()
        except ChooserUnavailable as problem:
            self.reason = str(problem)

    @property
    def name(self) -> str:
        return self._active.name

    def wants(self, rule: Rule) -> bool:
        return self._active.wants(rule) or self._classic.wants(rule)

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


def with_fallback(preferred: Callable[[], Chooser], classic: Chooser) -> FallbackChooser:
    """`preferred`, replaced by `classic` for good at its first failure."""
    return FallbackChooser(preferred, classic)
