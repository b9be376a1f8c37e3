"""
What a program costs on its calls: counted work, priced by weights that were fitted to an interpreter.

Times of the same program differ from run to run and from machine to machine; counts do not, so that a label made from
them is the same everywhere. The weights are nanoseconds, found by least squares over programs that were timed; how well
they put versions of a program in order is measured (`benchmarks/cost_model.py`).
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from noodlecore_trm.files import parse_json
from noodlecore_trm.validate.runner import messages, worker

Counts = Mapping[str, int]

OTHER: Final = ("OTHER", "call other", "each other")
"""What stands for an instruction, a call of a builtin and its elements that no timed program had."""


class Uncounted(Exception):
    """A program's work cannot be counted; the message says why."""


class Weights:
    """Nanoseconds of each feature."""

    def __init__(self, nanoseconds: Mapping[str, float]) -> None:
        self.nanoseconds = dict(nanoseconds)

    def price(self, counts: Counts) -> float:
        """Estimated nanoseconds of what was counted."""
        known = self.nanoseconds
        return sum(known.get(known_as(feature, known), 0.0) * times for feature, times in counts.items())


def known_as(feature: str, known: Mapping[str, object]) -> str:
    """The feature itself, or the one that stands for those of its kind that are not known."""
    if feature in known:
        return feature
    return next((other for other in OTHER if feature.partition(" ")[0] == other.partition(" ")[0]), OTHER[0])


@cache
def shipped_weights(tag: str = "") -> Weights:
    """What was fitted for an interpreter (`sys.implementation.cache_tag`), or for CPython 3.11."""
    folder = resources.files("noodlecore_trm.teacher") / "weights"
    wanted = folder / f"{tag or sys.implementation.cache_tag}.json"
    if not wanted.is_file():
        wanted = folder / "cpython-311.json"
    return Weights(json.loads(wanted.read_text("utf-8"))["nanoseconds"])


def read_weights(path: str | Path) -> Weights:
    """The weights in a file that `benchmarks/cost_model.py` wrote. Raises ValueError for what is none, and OSError."""
    try:
        given = parse_json(Path(path).read_bytes())["nanoseconds"]
        weights = {str(feature): float(nanoseconds) for feature, nanoseconds in given.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"{path}: no weights: {' '.join(str(problem).split())}") from None
    if not all(math.isfinite(each) and each >= 0.0 for each in weights.values()) or not any(weights.values()):
        raise ValueError(f"{path}: no weights: they are not all numbers from 0 on")
    missing = [feature for feature in OTHER if feature not in weights]
    if missing:
        raise ValueError(f"{path}: no weights: {missing[0]} is missing")
    return Weights(weights)


class Counter:
    """
    Counts programs in a process of its own, as a context.

    With `strict`, effects on the outside are forbidden in it. `seconds` is processor time for each call.
    """

    def __init__(self, *, strict: bool = True, seconds: float = 2.0, memory: int = 2 << 30) -> None:
        self.setting = {"strict": strict, "memory": memory}
        self.seconds = seconds
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _start(self) -> None:
        self._process = self._stack.enter_context(
            worker("noodlecore_trm.teacher.counting", self.setting, keep_open=True)
        )

    def count(self, source: bytes, calls: Sequence[str], *, within: str = "") -> list[dict[str, int]]:
        """
        What each call (an expression) executes, with `within` only while that function is running. Raises Uncounted;
        the next program may be counted all the same.
        """
        counts: list[dict[str, int]] = self._ask(source, calls, within)["counts"]
        return counts

    def profile(self, source: bytes, calls: Sequence[str]) -> list[dict[str, Any]]:
        """What each call does in each function, as a recorded profile says it of a file. Raises Uncounted."""
        profiles: list[dict[str, Any]] = self._ask(source, calls, None)["profiles"]
        return profiles

    def _ask(self, source: bytes, calls: Sequence[str], within: str | None) -> dict[str, Any]:
        request = {
            "source": source.decode("latin-1"), "calls": list(calls), "seconds": self.seconds, "within": within,
        }  # fmt: skip
        wait = 5.0 + 60 * self.seconds * len(calls)
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            answer: dict[str, Any] | None = next(messages(self._process, wait, time.monotonic() + wait), None)
        except BrokenPipeError:
            answer = None
        if answer is None:
            self._stack.close()
            self._start()
            raise Uncounted("the process that counts has ended")
        if "error" in answer:
            raise Uncounted(answer["error"])
        return answer
