"""
One fresh process that times versions of one program against each other.

Reads a JSON object from standard input (`loader`: the module whose `load(name, folder)` makes a
version ready to run, `name`, `versions`: label -> folder, `rounds`) and prints one: `times`, label
-> seconds per round, and `results`, label -> every distinct result seen. All versions are run in
turn in each round, in rotating order, on one CPU where that can be had, so that what disturbs the
machine disturbs them alike.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from typing import Any, Protocol


class Version(Protocol):
    """A version of a program that is ready to run."""

    def check(self) -> Any:
        """All that can be seen of what the program computes; not timed."""
        ...

    def timed(self) -> tuple[float, Any]:
        """Run once: seconds of this thread's processor time, and the result."""
        ...


def pin_to_one_cpu() -> None:
    """Stay on the last CPU that may be used; on systems that cannot say so, do nothing."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def interleave(versions: Mapping[str, Version], rounds: int) -> dict[str, dict[str, list[float] | list[str]]]:
    """
    Check each version once, which warms it up, and then run it once in each round.

    What is alive before is kept out of the garbage collector's sight, and its generations are empty
    at the start of each run, so that no version pays for the rubbish of another.
    """
    results: dict[str, set[str]] = {label: {repr(version.check())} for label, version in versions.items()}
    times: dict[str, list[float]] = {label: [] for label in versions}
    labels = list(versions)
    gc.collect()
    gc.freeze()
    for turn in range(rounds):
        first = turn % len(labels)
        order = labels[first:] + labels[:first]
        if turn // len(labels) % 2:
            order.reverse()
        for label in order:
            gc.collect()
            seconds, result = versions[label].timed()
            times[label].append(seconds)
            results[label].add(repr(result))
    return {"times": dict(times), "results": {label: sorted(seen) for label, seen in results.items()}}


if __name__ == "__main__":
    pin_to_one_cpu()
    order = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        load = importlib.import_module(order["loader"]).load
        versions = {label: load(order["name"], folder) for label, folder in order["versions"].items()}
        found = interleave(versions, order["rounds"])
    json.dump(found, sys.stdout)
