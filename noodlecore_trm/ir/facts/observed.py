"""What a profile has seen, which is no fact: reasons to look somewhere and to ask, never to believe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from noodlecore_trm.ir.op import Op

if TYPE_CHECKING:
    from noodlecore_trm.ir.facts.function import Function


class Observed(Protocol):
    """Each answer is None where nothing was seen."""

    def turns(self, function: Function, loop: Op) -> float | None:
        """Mean turns of a loop each time it was entered."""
        ...

    def outcomes(self, function: Function, test: Op) -> tuple[int, int] | None:
        """How often a test was true and false."""
        ...

    def argument(self, function: Function, name: str) -> str | None:
        """The exact type a parameter nearly always had, such as `int` or `list[int]`; empty if it had several."""
        ...


class NothingObserved:
    """Nothing was seen."""

    def turns(self, function: Function, loop: Op) -> float | None:
        return None

    def outcomes(self, function: Function, test: Op) -> tuple[int, int] | None:
        return None

    def argument(self, function: Function, name: str) -> str | None:
        return None
