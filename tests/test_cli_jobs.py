"""Work spread over processes."""

from __future__ import annotations

import os
import time
from pathlib import Path

from noodlecore_trm.cli.jobs import results

Task = tuple[int, Path]
LAST = 40


def leave_a_trace(task: Task) -> str:
    """The first task ends only when the last one has been done."""
    number, folder = task
    (folder / str(number)).touch()
    deadline = time.monotonic() + 60
    while number == 0 and not (folder / str(LAST)).exists():
        if time.monotonic() > deadline:
            return "the others have not gone on"
        time.sleep(0.01)
    return str(number)


def crashed(task: Task, why: str) -> str:
    return why


def test_a_slow_task_keeps_nobody_from_working_and_results_stay_in_order(tmp_path: Path) -> None:
    tasks = [(number, tmp_path) for number in range(LAST + 1)]
    assert list(results(leave_a_trace, tasks, 2, crashed)) == [str(number) for number, _ in tasks]


def test_one_process_works_here(tmp_path: Path) -> None:
    done = results(leave_a_trace, [(number, tmp_path) for number in (1, 2)], 1, crashed)
    assert next(done) == "1"
    assert not (tmp_path / "2").exists()
    assert list(done) == ["2"]


def begin(task: Task) -> list[int]:
    """Which tasks had begun when this one did."""
    number, folder = task
    (folder / str(number)).touch()
    return [int(path.name) for path in folder.iterdir()]


def refused(task: Task, why: str) -> list[int]:
    raise AssertionError(why)


def test_the_largest_are_begun_first(tmp_path: Path) -> None:
    finished: list[int] = []
    tasks = [(number, tmp_path) for number in range(12)]
    seen = list(results(begin, tasks, 2, refused, size=lambda task: task[0], finished=lambda: finished.append(1)))
    assert len(finished) == 12
    assert all(number in begun for number, begun in enumerate(seen))
    assert all(len(begun) >= 10 - number for number, begun in enumerate(seen))
    assert len(seen[0]) > 10


def die_once(task: Task) -> int:
    """The process that first takes the middle task dies."""
    number, folder = task
    if number == 5 and not (folder / "dead").exists():
        (folder / "dead").touch()
        os._exit(1)
    return number


def test_a_process_that_dies_loses_nothing(tmp_path: Path) -> None:
    tasks = [(number, tmp_path) for number in range(10)]
    assert list(results(die_once, tasks, 2, lambda task, why: -1, size=lambda task: task[0])) == list(range(10))
    assert (tmp_path / "dead").exists()
