"""The same work on the processes of a Ray cluster, with results as they come."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar

from noodlecore_trm.cli.console import CommandError, one_line

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4
"""Tasks handed over for each core of the cluster."""


def results_of_cluster(
    work: Callable[[T], R], tasks: Sequence[T], crashed: Callable[[T, str], R]
) -> Generator[R, None, None]:
    """
    Yield `work(task)` for every task, in any order, from the cluster at RAY_ADDRESS, or one that is started here.

    `work` must be importable there and must not raise; `crashed(task, why)` stands for a task whose process dies.
    Raises CommandError if Ray is not installed, or no cluster answers.
    """
    try:
        import ray
    except ImportError:
        raise CommandError("this engine needs Ray: pip install 'noodlecore-trm[scale]'") from None
    cluster: Any = ray
    ours = not cluster.is_initialized()
    try:
        cluster.init(
            ignore_reinit_error=True, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR
        )
    except Exception as problem:  # Ray raises errors of many kinds of its own
        raise CommandError(f"no Ray cluster: {one_line(problem)}") from None
    try:
        remote = cluster.remote(max_retries=1)(work)
        flying: dict[Any, T] = {}
        waiting = list(reversed(tasks))
        most = _AHEAD * max(1, int(cluster.cluster_resources().get("CPU", 1)))
        while waiting or flying:
            while waiting and len(flying) < most:
                task = waiting.pop()
                flying[remote.remote(task)] = task
            (done, *_), _ = cluster.wait(list(flying), num_returns=1)
            task = flying.pop(done)
            try:
                yield cluster.get(done)
            except cluster.exceptions.RayError as problem:
                yield crashed(task, one_line(problem))
    finally:
        if ours:
            cluster.shutdown()
