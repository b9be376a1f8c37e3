"""The same work on many files, with results in order: here for one, in several processes for more."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def results(
    work: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int,
    crashed: Callable[[T, str], R],
    *,
    size: Callable[[T], int] = lambda _: 0,
    finished: Callable[[], None] = lambda: None,
) -> Generator[R, None, None]:
    """
    Yield `work(task)` for every task, in order, using `jobs` processes.

    The largest by `size` among the next ones are begun first, so that no process is left alone with a long one
    at the end. `finished` is called as each is done, out of order. `work` must be importable and must not raise.
    If a process dies, the tasks it may have been working on are run again one by one, and `crashed(task, why)`
    stands for the one that kills.
    """
    if jobs <= 1 or len(tasks) <= 1:
        for task in tasks:
            outcome = work(task)
            finished()
            yield outcome
        return
    from noodlecore_trm.cli.pool import spread  # what it needs takes a tenth of the time of a small file

    yield from spread(work, tasks, jobs, crashed, size, finished)
