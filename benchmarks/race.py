"""Versions of one program raced against each other in fresh processes, and the statistics of it."""

from __future__ import annotations

import json
import math
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final, TypeVar

T = TypeVar("T")
INTERLEAVE: Final = Path(__file__).with_name("interleave.py")
ORIGINAL: Final = "original"
COPY: Final = "copy"
"""A second original, as the null control: its ratio is what chance makes of 1."""


class WrongResult(Exception):
    """A version that did not compute what it should."""


class DidNotRun(Exception):
    """A process that ended with an error, was killed or took too long."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Time of the original over that of a version: the median over processes, the lowest and the highest of them."""

    median: float
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Race:
    """What some processes have seen, each under a hash seed of its own."""

    times: tuple[Mapping[str, Sequence[float]], ...]
    results: tuple[Mapping[str, Sequence[str]], ...]

    def ratio(self, label: str) -> Ratio:
        """The median over the rounds of each process, and then over the processes."""
        each = [
            median(before / after for before, after in zip(times[ORIGINAL], times[label], strict=True))
            for times in self.times
        ]
        return Ratio(median(each), min(each), max(each))

    @property
    def milliseconds(self) -> float:
        """A run of the original."""
        return 1000 * median(median(times[ORIGINAL]) for times in self.times)

    def seen(self, label: str) -> list[Sequence[str]]:
        """The results of a version, process by process."""
        return [results[label] for results in self.results]


def race(
    loader: str,
    name: str,
    versions: Mapping[str, Path],
    rounds: int,
    processes: int,
    *,
    timeout: float | None = None,
    path: Sequence[Path] = (),
) -> Race:
    """
    Run versions (label -> folder) in turn. `path` is put before the places that modules are imported from.

    Raises DidNotRun if a process fails or takes more than `timeout` seconds.
    """
    order = json.dumps(
        {
            "loader": loader,
            "name": name,
            "versions": {label: str(folder) for label, folder in versions.items()},
            "rounds": rounds,
        }
    )
    found = [_run(name, order, seed, timeout, path) for seed in range(processes)]
    return Race(tuple(one["times"] for one in found), tuple(one["results"] for one in found))


def _run(name: str, order: str, seed: int, timeout: float | None, path: Sequence[Path]) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, str(INTERLEAVE)],
            input=order,
            capture_output=True,
            text=True,
            env=os.environ
            | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join([*map(str, path), *_python_path()])},
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DidNotRun(f"{name}: no end after {timeout:.0f} s") from None
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        raise DidNotRun(f"{name}: {said[-1]}")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _python_path() -> list[str]:
    return [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]


def geomean(values: Sequence[float]) -> float:
    return math.exp(sum(map(math.log, values)) / len(values))


def bootstrap(values: Sequence[float], draws: int = 4000, confidence: float = 0.9) -> tuple[float, float]:
    """The confidence interval of the geometric mean over programs drawn with replacement."""
    chance = random.Random(0)
    means = sorted(geomean(chance.choices(values, k=len(values))) for _ in range(draws))
    tail = int(draws * (1 - confidence) / 2)
    return means[tail], means[-1 - tail]


def summarize(ratios: Sequence[float], nulls: Sequence[float]) -> dict[str, float]:
    """The figures of a set of programs: their ratios, and those of the null control."""
    low, high = bootstrap(ratios)
    return {
        "programs": len(ratios),
        "geomean": geomean(ratios),
        "geomean_low": low,
        "geomean_high": high,
        "median": median(ratios),
        "lowest": min(ratios),
        "null_geomean": geomean(nulls),
        "null_lowest": min(nulls),
        "null_highest": max(nulls),
        "faster": sum(ratio > 1.03 for ratio in ratios),
        "slower": sum(ratio < 0.97 for ratio in ratios),
    }


def with_progress(items: Sequence[T], description: str) -> Iterable[T]:
    """The items, with a progress bar where somebody looks."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=description, console=Console(stderr=True), transient=True)
