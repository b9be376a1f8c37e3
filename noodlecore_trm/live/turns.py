"""
How soon a program makes way for the thread that watches it.

Whoever waits for the interpreter asks for it after the switch interval, and that begins anew whenever somebody lets go
of it. A program that does so each millisecond for a moment, as for each file that it looks for, keeps others waiting
for seconds with the usual interval of 5 ms. A short one ends that. Where one thread does all the work, nobody else
takes turns, and it costs nothing; where several do, it would cost a tenth of their time and more, and they keep the
usual one. Standard library only.
"""

from __future__ import annotations

import sys
import time
from _thread import get_ident
from typing import Final

PROMPT: Final = 53e-6
"""Seconds of the short interval; a number that no program says."""
_ALIKE: Final = 2.5e-6
"""Intervals are cut off after microseconds each time that they are read and put back."""
_OTHERS: Final = 10_000_000
"""Nanoseconds that other threads may have worked."""
_REMEMBERED: Final = 1_000_000_000
"""Nanoseconds of all work after which what was before counts half."""


class Turns:
    """The switch interval of a program that does not set it itself."""

    def __init__(self) -> None:
        self._usual = sys.getswitchinterval()
        self.begin()

    def begin(self) -> None:
        """All that was done so far is the calling thread's; to be said again in a process that was forked off."""
        self._worker: tuple[int, int | None] = 0, None
        """The thread that works, and the clock that tells how much; not every system has one."""
        self.works_here()
        self._clock: int | None = self._worker[1]
        self._worked = self._own = 0
        self._all = self._others = 0

    def works_here(self) -> None:
        """Take the calling thread for the one that works."""
        here = get_ident()
        if here != self._worker[0]:
            clock_of = getattr(time, "pthread_getcpuclockid", None)
            self._worker = here, clock_of(here) if clock_of else None

    def look(self, watched: int) -> None:
        """Set the interval by who has worked, watching having taken so many nanoseconds of processor time in all."""
        self._set(PROMPT if self._works_alone(watched) else self._usual)

    def end(self) -> None:
        """Have the interval as it was."""
        self._set(self._usual)

    def _works_alone(self, watched: int) -> bool:
        clock = self._worker[1]
        if clock is None:
            return False
        try:
            now = time.process_time_ns() - watched, time.clock_gettime_ns(clock)
        except OSError:  # it has ended, and another one may get its number
            self._worker = 0, None
            return False
        work, own = now[0] - self._worked, now[1] - self._own
        self._worked, self._own = now
        if clock != self._clock:  # what another one has worked says nothing of this one
            self._clock, self._all, self._others = clock, 0, 0
            return work <= _OTHERS
        self._all += work
        self._others += work - own
        alone = self._others <= _OTHERS
        if self._all > _REMEMBERED:
            self._all //= 2
            self._others //= 2
        return alone

    def _set(self, wanted: float) -> None:
        now = sys.getswitchinterval()
        is_ours = min(abs(now - self._usual), abs(now - PROMPT)) < _ALIKE
        if is_ours and abs(now - wanted) >= _ALIKE:
            sys.setswitchinterval(wanted + 5e-7)
