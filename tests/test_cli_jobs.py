"""Work spread over processes."""

from __future__ import annotations

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
