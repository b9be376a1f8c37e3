"""Several processes that share the work on many files."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import connection, resource_tracker
from typing import Final, TypeVar

from noodlecore_trm.telemetry import Counts, count, counted, is_watched

_AHEAD: Final = 64
"""Tasks for each process that are put in order of size, twice of which may wait for a slow one before them."""
T = TypeVar("T")
R = TypeVar("R")


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _start_worker() -> None:
    # Ctrl-C reaches every process of the terminal; only the first one answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Workers started in here never see SIGINT, not even before `_start_worker` runs."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    """An executor that starts fresh interpreters and can be dropped at once."""

    def __init__(self, jobs: int) -> None:
        if hasattr(signal, "pthread_sigmask"):
            resource_tracker.ensure_running()  # starting it unblocks SIGINT
        self._others = set(multiprocessing.active_children())
        self._executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start_worker)

    def submit(self, work: Callable[[T], R], task: T) -> Future[tuple[R, Counts]]:
        with _interrupts_held():
            return self._executor.submit(counted, work, task, is_watched())

    def close(self, *, at_once: bool) -> None:
        if at_once:
            self._executor.shutdown(wait=False, cancel_futures=True)
            for process in set(multiprocessing.active_children()) - self._others:
                with suppress(OSError, ValueError):
                    process.terminate()
        self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _pool(jobs: int) -> Iterator[_Pool]:
    pool = _Pool(jobs)
    try:
        yield pool
    except BaseException:
        pool.close(at_once=True)
        raise
    pool.close(at_once=False)


def _result(future: Future[tuple[R, Counts]]) -> R:
    """What came of a task; what was counted meanwhile is counted here."""
    outcome, counts = future.result()
    count(counts)
    return outcome


def _alone(work: Callable[[T], R], task: T, crashed: Callable[[T, str], R]) -> R:
    try:
        with _pool(1) as pool:
            return _result(pool.submit(work, task))
    except BrokenProcessPool:
        return crashed(task, "the process working on it died")


def spread(
    work: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int,
    crashed: Callable[[T, str], R],
    size: Callable[[T], int],
    finished: Callable[[], None],
) -> Generator[R, None, None]:
    """What `results` says, for two processes and two tasks at least."""
    waiting = deque(_largest_first([size(task) for task in tasks], _AHEAD * jobs))
    ready: dict[int, R] = {}
    turn = 0
    while turn < len(tasks):
        flying: dict[int, Future[tuple[R, Counts]]] = {}
        try:
            with _pool(max(1, min(jobs, len(waiting)))) as pool:
                while turn < len(tasks):
                    while waiting and len(flying) < 2 * jobs and len(ready) < 2 * _AHEAD * jobs:
                        flying[waiting[0]] = pool.submit(work, tasks[waiting[0]])
                        waiting.popleft()
                    if turn in ready:
                        yield ready.pop(turn)
                        turn += 1
                        continue
                    for future in wait(flying.values(), return_when=FIRST_COMPLETED).done:
                        place = next(place for place, each in flying.items() if each is future)
                        ready[place] = _result(future)
                        del flying[place]
                        finished()
        except BrokenProcessPool:
            for place, future in flying.items():
                whole = future.done() and not future.cancelled() and future.exception() is None
                ready[place] = _result(future) if whole else _alone(work, tasks[place], crashed)
                finished()


def _largest_first(sizes: Sequence[int], most: int) -> list[int]:
    """The places of all sizes, from the largest to the smallest in each stretch of `most`."""
    stretches = [range(start, min(start + most, len(sizes))) for start in range(0, len(sizes), most)]
    return [place for stretch in stretches for place in sorted(stretch, key=lambda place: -sizes[place])]
