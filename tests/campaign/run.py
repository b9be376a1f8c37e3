"""
Run a slice of the campaign.

    python -m tests.campaign.run --programs 20000 --seed 7 --jobs 2
    python -m tests.campaign.run --seconds 3600 --seed 7 --record campaign.jsonl     goes on where the file ends
    python -m tests.campaign.run --total campaign.jsonl                              adds a file up
    python -m tests.campaign.run --seed 7 --show 12345                               one program, and what became of it

Exits with 1 if a program came out different; it is then in the folder of failures, made as small as possible.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import multiprocessing
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from . import trace
from .check import Outcome, check
from .draw import Task, draw
from .record import Slice, read, total
from .reduce import reduced

_BATCH = 250
_COLLECT = 50
"""Programs after which garbage is looked for; in between each program leaves what will not be looked at again."""
_SLICE = 20_000
"""Programs after which a line is written to the record."""
_HANG = 60.0
_MEMORY = 3 << 30


@dataclass(frozen=True, slots=True)
class Failure:
    """A program that came out different, or could not be written down."""

    number: int
    task: Task
    outcome: Outcome


def outcome_of(task: Task) -> Outcome:
    """What becomes of a program under its plan, or under all rules where the plan's find nothing to do."""
    everything = replace(task.plan, rules=()) if task.plan.rules else None
    return check(task.program, task.plan, watch=task.watch, otherwise=everything)


def run_batch(seed: int, first: int, count: int, at: Any = None) -> tuple[Slice, list[Failure]]:
    """A few programs in this process. `at` is a shared number that tells which one it is at."""
    found = Slice(seed, first)
    failures = []
    start = time.process_time()
    for number in range(first, first + count):
        if at is not None:
            at.value = number
        task = draw(seed, number)
        outcome = outcome_of(task)
        count_in(found, outcome)
        if outcome.wrong:
            failures.append(Failure(number, replace(task, plan=outcome.plan), outcome))
        if number % _COLLECT == 0:
            gc.collect()
            gc.freeze()  # what is left belongs to the campaign, and need not be gone through again
    found.cpu = time.process_time() - start
    return found, failures


def count_in(found: Slice, outcome: Outcome) -> None:
    found.programs += 1
    found.calls += outcome.calls
    found.returned += outcome.returned
    if outcome.verdict == "inconclusive":
        found.inconclusive[outcome.where] += 1
    else:
        found.ended += 1
    found.changed += bool(outcome.rules)
    found.rewrites += len(outcome.rules)
    found.rules.update(outcome.rules)
    found.unwritten += outcome.verdict == "unwritten"
    found.different += outcome.verdict == "different"
    found.faults += outcome.verdict == "fault"


def _work(seed: int, pipe: Connection, at: Any) -> None:
    """A worker: batches come in through the pipe, what was found goes out."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115  (what finalizers print between two programs)
    trace.prepare()
    gc.disable()
    while (batch := pipe.recv()) is not None:
        pipe.send(run_batch(seed, *batch, at))


class _Worker:
    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.start()

    def start(self) -> None:
        context = multiprocessing.get_context("fork")
        self.at = context.Value("q", -1, lock=False)
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(self.seed, theirs, self.at), daemon=True)
        self.process.start()
        theirs.close()
        self.batch: tuple[int, int] | None = None

    def give(self, first: int, count: int) -> None:
        self.batch = (first, count)
        self.seen, self.since = -1, time.monotonic()
        self.pipe.send(self.batch)

    def hangs(self) -> bool:
        """Whether it has been at one program for too long."""
        if self.at.value != self.seen:
            self.seen, self.since = self.at.value, time.monotonic()
        return time.monotonic() - self.since > _HANG

    def bury(self) -> tuple[int, int, int]:
        """End a worker that died or hangs: its batch, and the number of the program it was at."""
        self.process.kill()
        self.process.join()
        assert self.batch is not None
        at = max(self.at.value, self.batch[0])
        first, count = self.batch
        self.start()
        return first, count, at


def campaign(
    seed: int, first: int, programs: int | None, seconds: float | None, jobs: int
) -> tuple[Slice, list[Failure]]:
    """Programs from number `first` on, until there were enough or the time is over."""
    begin = time.monotonic()
    whole, failures = Slice(seed, first), list[Failure]()
    numbers = itertools.count(first, _BATCH)
    again: list[tuple[int, int]] = []
    end = None if programs is None else first + programs

    def following() -> tuple[int, int] | None:
        if again:
            return again.pop()
        if seconds is not None and time.monotonic() - begin > seconds:
            return None
        start = next(numbers)
        if end is not None and start >= end:
            return None
        return start, _BATCH if end is None else min(_BATCH, end - start)

    workers = [_Worker(seed) for _ in range(jobs)]
    busy: list[_Worker] = []
    for worker in workers:
        if (batch := following()) is not None:
            worker.give(*batch)
            busy.append(worker)
    while busy:
        ready = wait([worker.pipe for worker in busy], timeout=5.0)
        for worker in list(busy):
            dead = False
            if worker.pipe in ready:
                try:
                    part, found = worker.pipe.recv()
                except EOFError:
                    dead = True
                else:
                    whole.add(part)
                    failures += found
                    for each in found:
                        print(f"program {each.number}: {each.outcome.verdict} {each.task.plan}", flush=True)
            elif not worker.hangs():
                continue
            else:
                dead = True
            if dead:
                start, count, at = worker.bury()
                again += [(start, at - start), (at + 1, start + count - at - 1)]
                again = [each for each in again if each[1] > 0]
                whole.add(Slice(programs=1))
                whole.inconclusive["the process died or hung"] += 1
                print(f"program {at}: the process died or hung", flush=True)
            batch = following()
            if batch is None:
                busy.remove(worker)
            else:
                worker.give(*batch)
    for worker in workers:
        worker.pipe.send(None)
        worker.process.join(5)
        worker.process.kill()
    whole.seconds = time.monotonic() - begin
    return whole, failures


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=Path(__file__).parent, capture_output=True, text=True
    )
    return done.stdout.strip()


def write_failures(folder: Path, seed: int, failures: Sequence[Failure], most: int = 30) -> None:
    """
    Make failing programs small and write them down, one of each kind.

    `NAME.py` can go as it is into tests/fixtures/miscompiles; `NAME.after` says what became of it, and
    `NAME.before` is the program that was drawn.
    """
    trace.prepare()
    folder.mkdir(parents=True, exist_ok=True)
    seen: set[tuple[str, ...]] = set()
    for failure in failures[:most]:
        task = failure.task
        program, plan, outcome = reduced(task.program, task.plan, task.watch)
        program = replace(program, rules=tuple(dict.fromkeys(outcome.rules)) or plan.rules)
        kind = (outcome.verdict, *program.rules, re.sub(r"\w+", "", program.source))
        if kind in seen:
            continue
        seen.add(kind)
        path = folder / f"{seed}-{failure.number}.py"
        path.write_text(program.as_text(), "utf-8")
        path.with_suffix(".after").write_text(f"{plan}\n{outcome.where}\n\n{outcome.text}", "utf-8")
        path.with_suffix(".before").write_text(f"# {task.plan}\n{task.program.as_text()}", "utf-8")
        print(f"{path}: {outcome.verdict} by {', '.join(program.rules)}\n{program.as_text()}", flush=True)


def show(seed: int, number: int) -> int:
    trace.prepare()
    task = draw(seed, number)
    print(f"# {task.program.origin}, {task.plan}")
    print(task.program.as_text())
    outcome = outcome_of(task)
    print(f"--- {outcome.verdict} {', '.join(outcome.rules)}\n{outcome.text}\n{outcome.where}")
    return 1 if outcome.wrong else 0


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.campaign.run",
        description="Run a slice of the campaign.",
        epilog="Exit code 1: miscompiled.",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, help="number of the first program (after the record's last, or 0)")
    parser.add_argument("--programs", type=int, help="so many programs")
    parser.add_argument("--seconds", type=float, help="stop after so long")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--record", type=Path, metavar="FILE", help="append a line for this slice")
    parser.add_argument("--failures", type=Path, metavar="FOLDER", default=Path("campaign-failures"))
    parser.add_argument("--total", type=Path, metavar="FILE", help="only add up a record")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="only show one program and what becomes of it")
    given = parser.parse_args(arguments)
    if given.total is not None:
        whole = total(read(given.total))
        print(whole.line())
        return 1 if whole.different or whole.faults else 0
    if given.show is not None:
        return show(given.seed, given.show)
    first = given.first
    if first is None:
        before = [] if given.record is None else read(given.record)
        first = max((each.first + each.programs for each in before if each.seed == given.seed), default=0)
    if given.programs is None and given.seconds is None:
        given.programs = 10_000
    start, deadline = first, None if given.seconds is None else time.monotonic() + given.seconds
    end = None if given.programs is None else first + given.programs
    whole, failures = Slice(given.seed, first), list[Failure]()
    while (end is None or start < end) and (deadline is None or time.monotonic() < deadline):
        count = _SLICE if end is None else min(_SLICE, end - start)
        seconds = None if deadline is None else deadline - time.monotonic()
        part, found = campaign(given.seed, start, count, seconds, given.jobs)
        part.commit = _commit()
        if given.record is not None:
            with given.record.open("a", encoding="utf-8") as file:
                file.write(part.to_json() + "\n")
        whole.add(part)
        failures += found
        start += part.programs
    if failures:
        write_failures(given.failures, given.seed, failures)
    print(f"seed {given.seed} from {first}: {whole.line()}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
