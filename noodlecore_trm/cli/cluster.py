"""The same work on the processes of a Ray cluster, with results as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from noodlecore_trm.cli.console import CommandError, one_line

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4
"""Tasks handed over for each core of the cluster."""


def results_of_cluster(
    work: Callable[[T], R], tasks: Sequence[T], crashed: Callable[[T, str], R]
) -> Iterator[R]:
    """
    Yield `work(task)` for every task, in any order, from the cluster at RAY_ADDRESS, or one that is started here.

    `work` must be importable there and must not raise; `crashed(task, why)` stands for a task whose process dies.
    Raises CommandError if Ray is not installed, or no cluster answers.
    """
    try:
        import ray
    except ImportError:
        raise CommandError("this engine needs Ray: pip install 'noodlecore-trm[scale]'") from None
    ours = not ray.is_initialized()
    try:
        ray.init(ignore_reinit_error=True, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    except Exception as problem:  # Ray raises errors of many kinds of its own
        raise CommandError(f"no Ray cluster: {one_line(problem)}") from None
    try:
        remote = ray.remote(max_retries=1)(work)
        flying: dict[Any, T] = {}
        waiting = list(reversed(tasks))
        most = _AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
        while waiting or flying:
            while waiting and len(flying) < most:
                task = waiting.pop()
                flying[remote.remote(task)] = task
            (done, *_), _ = ray.wait(list(flying), num_returns=1)
            task = flying.pop(done)
            try:
                yield ray.get(done)
            except ray.exceptions.RayError as problem:
                yield crashed(task, one_line(problem))
    finally:
        if ours:
            ray.shutdown()
