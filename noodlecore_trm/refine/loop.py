"""
Refinement as a pure state machine.

    reasoning -> supervising -> improving -> supervising -> ... -> completed | error

Whoever drives it does what `Refinement.directive` says, and tells what came of it with `advance`:

    Reason       give a first answer                        -> Proposed | Failed
    Supervise    judge an answer                            -> Judged | Failed
    Improve      give a better one, knowing all verdicts    -> Proposed | Stopped | Failed
    Finish       the end, with the best answer

Only answers that were judged are ever given out, and the one given out is never worse than the first: its score is
the highest, and of equal ones it is the earliest. The judge's verdict is the score; what a proposer thinks of its own
answer is its confidence, which can end the loop but not win it. After the recursion of "Less is More: Recursive
Reasoning with Tiny Networks" (Jolicoeur-Martineau, 2025), with a judge outside of the network.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from math import isfinite
from typing import Any, Final, Generic, TypeVar

A = TypeVar("A")
"""What an answer is: anything that can be compared for equality."""


_CONFIRMED: Final = "converged: the first answer is confirmed"


class Phase(Enum):
    """Where the loop is."""

    REASONING = "reasoning"
    SUPERVISING = "supervising"
    IMPROVING = "improving"
    COMPLETED = "completed"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Limits:
    """
    When to stop: after `max_steps` answers besides the first, at an answer whose confidence is at least
    `act_threshold`, after `patience` answers in a row that were no better than the best before. An answer that was
    given before ends it as well. Raises ValueError for a number below 0, or a patience of 0.
    """

    max_steps: int = 4
    act_threshold: float = 1.0
    patience: int = 2

    def __post_init__(self) -> None:
        if self.max_steps < 0 or not self.act_threshold >= 0 or self.patience < 1:
            raise ValueError(f"no limits: {self}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a judge says of an answer: whether it can be used at all, and how good it is (higher is better).

    `detail` is for people; `remarks` are for the proposer, one for each part of the answer, empty where there is
    nothing to say.
    """

    valid: bool
    score: float
    detail: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the answer may be given out: a score that is no number is no score."""
        return self.valid and isfinite(self.score)


@dataclass(frozen=True)
class Tried(Generic[A]):
    """An answer that was judged. `step` is 0 for the first one; `confidence` is the proposer's, from 0 to 1."""

    step: int
    answer: A
    confidence: float
    verdict: Verdict


# directives


@dataclass(frozen=True, slots=True)
class Reason:
    """Give a first answer."""


@dataclass(frozen=True)
class Supervise(Generic[A]):
    """Judge this answer."""

    answer: A


@dataclass(frozen=True)
class Improve(Generic[A]):
    """Give a better answer than `best` (None if none could be used), knowing what became of all that were tried."""

    tried: tuple[Tried[A], ...]
    best: Tried[A] | None


@dataclass(frozen=True)
class Finish(Generic[A]):
    """The end. `best` is None if no answer could be used; `reason` is one sentence."""

    best: Tried[A] | None
    reason: str


Directive = Reason | Supervise[A] | Improve[A] | Finish[A]


# events


@dataclass(frozen=True)
class Proposed(Generic[A]):
    """An answer, and how sure the proposer is that it cannot be bettered, from 0 to 1."""

    answer: A
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on the answer that was to be judged."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Stopped:
    """The proposer has nothing to add."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something broke. What was judged before stays usable."""

    reason: str


Event = Proposed[A] | Judged | Stopped | Failed


@dataclass(frozen=True)
class Refinement(Generic[A]):
    """
    A state of the loop.

    `tried` are the answers judged so far, in order; `best` is the index of the best of them, None if there is none
    that counts; `pending` is the answer that is being judged, with its confidence; `reason` says why the loop ended.
    """

    limits: Limits
    phase: Phase = Phase.REASONING
    tried: tuple[Tried[A], ...] = ()
    best: int | None = None
    pending: Proposed[A] | None = None
    reason: str = ""

    @property
    def is_over(self) -> bool:
        return self.phase in (Phase.COMPLETED, Phase.ERROR)

    @property
    def halted_early(self) -> bool:
        """Whether it ended because an answer was sure enough, with steps to spare."""
        step, limits = len(self.tried) - 1, self.limits
        sure = 0 < step < limits.max_steps and self.tried[-1].confidence >= limits.act_threshold
        return sure and self.phase is Phase.COMPLETED

    @property
    def confirmed(self) -> bool:
        """Whether the proposer would have given the first answer itself."""
        return self.phase is Phase.COMPLETED and self.reason == _CONFIRMED

    @property
    def best_tried(self) -> Tried[A] | None:
        return None if self.best is None else self.tried[self.best]

    @property
    def directive(self) -> Directive[A]:
        """What is to be done next."""
        if self.is_over:
            return Finish(self.best_tried, self.reason)
        if self.phase is Phase.SUPERVISING and self.pending is not None:
            return Supervise(self.pending.answer)
        if self.phase is Phase.IMPROVING:
            return Improve(self.tried, self.best_tried)
        return Reason()


def begin(limits: Limits | None = None) -> Refinement[Any]:
    """The state before the first answer."""
    return Refinement(limits or Limits())


def advance(state: Refinement[A], event: Event[A]) -> Refinement[A]:
    """
    The state after an event. Never raises: an event that does not answer the directive is an error of whoever drives
    the loop and ends it; after the end nothing changes any more.
    """
    if state.is_over:
        return state
    match state.phase, event:
        case _, Failed(reason):
            return _end(state, Phase.ERROR, reason)
        case Phase.REASONING | Phase.IMPROVING, Proposed():
            return _proposed(state, event)
        case Phase.SUPERVISING, Judged(verdict) if state.pending is not None:
            return _judged(state, state.pending, verdict)
        case Phase.IMPROVING, Stopped(reason):
            return _end(state, Phase.COMPLETED, reason)
    return _end(state, Phase.ERROR, f"{type(event).__name__.lower()} while {state.phase.value}")


def _end(state: Refinement[A], phase: Phase, reason: str) -> Refinement[A]:
    return replace(state, phase=phase, pending=None, reason=reason)


def _proposed(state: Refinement[A], event: Proposed[A]) -> Refinement[A]:
    if not 0.0 <= event.confidence <= 1.0:
        return _end(state, Phase.ERROR, f"a confidence of {event.confidence}")
    if any(each.answer == event.answer for each in state.tried):
        reason = _CONFIRMED if len(state.tried) == 1 else "converged: an answer that was given before"
        return _end(state, Phase.COMPLETED, reason)
    return replace(state, phase=Phase.SUPERVISING, pending=event)


def _judged(state: Refinement[A], pending: Proposed[A], verdict: Verdict) -> Refinement[A]:
    step = len(state.tried)
    tried = (*state.tried, Tried(step, pending.answer, pending.confidence, verdict))
    before = state.best_tried
    better = verdict.counts and (before is None or verdict.score > before.verdict.score)
    best = step if better else state.best
    after = replace(state, phase=Phase.IMPROVING, tried=tried, best=best, pending=None)
    limits = state.limits
    if step >= limits.max_steps:
        return _end(after, Phase.COMPLETED, "the steps are used up")
    # the first answer is not the proposer's own, so that it ends nothing
    if step and pending.confidence >= limits.act_threshold:
        return _end(after, Phase.COMPLETED, f"sure enough: a confidence of {pending.confidence:.2f}")
    if step - (0 if best is None else best) >= limits.patience:
        return _end(after, Phase.COMPLETED, "converged: no better answer any more")
    return after
