"""The judge of time over a whole file or one function of it, on what the user gave to run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from noodlecore_trm.validate.behaviour import read_calls
from noodlecore_trm.validate.bounds import TimeVerdict
from noodlecore_trm.validate.runner import Setting
from noodlecore_trm.validate.timing import (
    judge_each,
    judge_together,
    pooled,
    reached,
    record,
    time_tests,
)

_ROUNDS: Final = 11
_PROCESSES: Final = 3


class Clock:
    """
    Times two versions of a file on the calls of the user, or else on the user's tests, or on examples.

    Examples are calls from a profile: they run with effects on the outside forbidden. Raises OSError or ValueError
    for a calls file that cannot be used, and ValueError if there is nothing to time.
    """

    def __init__(
        self,
        before: bytes,
        filename: str,
        *,
        calls_file: str | None,
        tests: str | None,
        examples: Sequence[str] = (),
    ) -> None:
        self.calls = read_calls(Path(calls_file).read_text("utf-8"), calls_file) if calls_file else ()
        self.tests = tests
        self.path = Path(filename)
        self.setting = Setting.of(filename)
        if self.calls:
            self.calls = (*self.calls, "")
        elif tests is not None:
            return
        else:
            self.calls = tuple(examples)
            self.setting = replace(self.setting, strict=True)
        found = reached(before, self.calls, setting=self.setting)
        problems = [problem for _, problem in found if problem]
        if not calls_file:  # an example is nobody's wish: it goes if it does not serve
            usable = [place for place, (_, problem) in enumerate(found) if not problem]
            self.calls = tuple(self.calls[place] for place in usable)
            found = [found[place] for place in usable]
        if not self.calls:
            raise ValueError("; ".join(problems[:1]) or "time was not measured: it needs calls to run")
        self.reached = [names for names, _ in found]

    @property
    def tells_functions_apart(self) -> bool:
        return bool(self.calls)

    def __call__(self, before: bytes, after: bytes, function: str) -> TimeVerdict:
        """The verdict on the calls of a function, or else on those that reach it; with an empty name on all of them."""
        if not self.calls:
            assert self.tests is not None
            return time_tests(before, after, self.tests, Path.cwd(), self.path)
        calls = self._calls_of(function) if function else list(self.calls)
        if not calls:
            return TimeVerdict("skipped", detail="no call runs it")
        times = pooled(
            record(before, after, calls, setting=self.setting, rounds=_ROUNDS, hash_seed=seed)
            for seed in range(_PROCESSES)
        )
        verdict = judge_together(times)
        for call, alone in zip(calls, judge_each(times), strict=True):
            if verdict.accepted and alone.is_slower:
                what = call or "loading the module"
                return replace(alone, detail=f"{what} is slower")
        return verdict

    def _calls_of(self, function: str) -> list[str]:
        reaching = [call for call, names in zip(self.calls, self.reached, strict=True) if function in names]
        named = [call for call in reaching if call.partition("(")[0].rpartition(".")[2] == function.rpartition(".")[2]]
        return named or reaching
