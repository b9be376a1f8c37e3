"""
One fresh process that times versions of one program against each other.

Reads a JSON object from standard input (`name`, `versions`: label -> path, `rounds`) and prints
one: `times`, label -> seconds per round, and `results`, label -> every distinct `repr` seen. All
versions are compiled from their source and run in turn in each round, in rotating order, on one
CPU where that can be had, so that what disturbs the machine disturbs them alike.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from corpus import Runnable


def pin_to_one_cpu() -> None:
    """Stay on the last CPU that may be used; on systems that cannot say so, do nothing."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def interleave(name: str, versions: dict[str, str], rounds: int) -> dict[str, dict[str, list[float] | list[str]]]:
    """Run each version once to warm up, and then once in each round."""
    runnables = {label: Runnable(Path(path).read_bytes(), path, name) for label, path in versions.items()}
    results: dict[str, set[str]] = {label: {repr(runnable.timed()[1])} for label, runnable in runnables.items()}
    times: dict[str, list[float]] = {label: [] for label in runnables}
    labels = list(runnables)
    for turn in range(rounds):
        first = turn % len(labels)
        order = labels[first:] + labels[:first]
        if turn // len(labels) % 2:
            order.reverse()
        for label in order:
            seconds, result = runnables[label].timed()
            times[label].append(seconds)
            results[label].add(repr(result))
    return {"times": dict(times), "results": {label: sorted(seen) for label, seen in results.items()}}


if __name__ == "__main__":
    pin_to_one_cpu()
    order = json.load(sys.stdin)
    json.dump(interleave(order["name"], order["versions"], order["rounds"]), sys.stdout)
