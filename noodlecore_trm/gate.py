"""
The gate of time: of what was rewritten, keep what is measured to be faster, and take the rest back.

It decides function by function: a version of the file with the rewrites of one function alone is timed against the
original. Where a function does not pass it is tried without one rule at a time; where it passes, a rule without which
it is measured to be faster still is left out. What passed is then timed together once more. Code outside functions
counts as one function, with every function that a rewrite made out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from noodlecore_trm.validate.bounds import TimeVerdict

Place = tuple[str, str]
"""A function and a rule whose rewrites are taken back in it; with an empty rule, all of them."""

ALL: Final = ""
"""In the place of a function: the whole file."""

_MOST_RULES: Final = 8
"""Rules of one function that are tried without, one by one."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A version of the file, and the rules that rewrote each function in it."""

    text: bytes
    rules: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Admission:
    """
    What is taken back with the verdict on it, the verdict on each function that stays, and on what stays
    together; where nothing stays, the reason for that.
    """

    taken_back: dict[Place, TimeVerdict] = field(default_factory=dict)
    passed: dict[str, TimeVerdict] = field(default_factory=dict)
    together: TimeVerdict | None = None

    @property
    def without(self) -> frozenset[Place]:
        return frozenset(self.taken_back)

    def verdict_on(self, function: str, rule: str) -> TimeVerdict | None:
        """Why a rule's rewrites of a function are taken back; None if they stay."""
        return self.taken_back.get((function, ALL)) or self.taken_back.get((function, rule))


Build = Callable[[frozenset[Place]], Attempt]
Clock = Callable[[bytes, bytes, str], TimeVerdict]
"""Times two versions on whatever runs a function, or on everything."""


def admit(original: bytes, full: Attempt, build: Build, clock: Clock) -> Admission:
    """Decide on every function that `full` rewrites; `build` makes the version without some places."""
    admission = Admission()
    functions = [name for name, rules in full.rules.items() if rules]
    for name in functions:
        _decide(original, name, functions, build, clock, admission)
    if len(admission.passed) > 1:
        together = clock(original, build(admission.without).text, ALL)
        if not together.accepted:
            _take_back(admission, tuple(admission.passed), together)
        admission.together = together
    else:
        admission.together = next(iter((*admission.passed.values(), *admission.taken_back.values())), None)
    return admission


def admit_whole(original: bytes, full: Attempt, clock: Clock) -> Admission:
    """Decide on all functions at once, where they cannot be timed one by one."""
    admission = Admission(together=clock(original, full.text, ALL))
    assert admission.together is not None
    functions = [name for name, rules in full.rules.items() if rules]
    admission.passed = dict.fromkeys(functions, admission.together)
    if not admission.together.accepted:
        _take_back(admission, functions, admission.together)
    return admission


def time_each(original: bytes, full: Attempt, build: Build, clock: Clock) -> dict[str, TimeVerdict]:
    """The verdict on every function that `full` rewrites, alone; nothing is decided."""
    functions = [name for name, rules in full.rules.items() if rules]
    return {name: _alone(original, name, functions, build, clock)[1] for name in functions}


def _alone(
    original: bytes, name: str, functions: Iterable[str], build: Build, clock: Clock
) -> tuple[Attempt, TimeVerdict]:
    """The version with the rewrites of one function, and the verdict on it."""
    alone = build(frozenset((other, ALL) for other in functions if other != name))
    if not alone.rules.get(name):
        return alone, TimeVerdict("failed", detail="it rests on rewrites that were taken back")
    return alone, clock(original, alone.text, name)


def _take_back(admission: Admission, functions: Iterable[str], verdict: TimeVerdict) -> None:
    for name in functions:
        admission.passed.pop(name, None)
        admission.taken_back[name, ALL] = verdict


def _decide(
    original: bytes, name: str, functions: Iterable[str], build: Build, clock: Clock, admission: Admission
) -> None:
    others = frozenset((other, ALL) for other in functions if other != name)
    alone, verdict = _alone(original, name, functions, build, clock)
    rules = tuple(dict.fromkeys(alone.rules.get(name, ())))
    parts = rules[:_MOST_RULES] if len(rules) > 1 else ()
    if verdict.status == "skipped":
        parts = ()
    if not verdict.accepted:
        for rule in parts:
            faster = clock(original, build(others | {(name, rule)}).text, name)
            if faster.accepted:
                admission.taken_back[name, rule] = verdict
                admission.passed[name] = faster
                return
        admission.taken_back[name, ALL] = verdict
        return
    admission.passed[name] = verdict
    current = alone
    left_out: frozenset[Place] = frozenset()
    for rule in parts:
        less = build(others | left_out | {(name, rule)})
        if less.text != current.text and clock(current.text, less.text, name).accepted:
            admission.taken_back[name, rule] = TimeVerdict("failed", detail="the rest is faster without it")
            left_out |= {(name, rule)}
            current = less
    if left_out:
        verdict = clock(original, current.text, name)
        if not verdict.accepted:
            admission.passed.pop(name)
            admission.taken_back = {place: why for place, why in admission.taken_back.items() if place[0] != name}
            admission.taken_back[name, ALL] = verdict
        else:
            admission.passed[name] = verdict
