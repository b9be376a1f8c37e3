"""
What the store of measured changes stands: writers that are killed, and questions to millions of rows.

    python benchmarks/store.py [--writers 8] [--rows 10000] [--kills 100] [--millions 10] [--folder DIR] [--json FILE]

Each writer stores its rows one by one and notes, in a file of its own, each that the store has acknowledged. Whenever
one has got on for a random while it is killed with SIGKILL and another goes on in its place. In the end every row that
was noted has to be in the store. The questions are those of `noodle-trm feedback` and `noodle-trm report`; processor
and wall time of this process are taken the second time each is asked.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from table import show

from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, Selection
from noodlecore_trm.feedback.schema import COLUMNS
from noodlecore_trm.feedback.summary import grouped, tallies

FUNCTIONS: Final = 5000
RULES: Final = 50
DAYS: Final = 365
LAST: Final = 1.8e9
"""The time of the newest of the rows that are made up, in seconds since 1970."""
_CHUNK: Final = 200_000
_FUNCTION: Final = f"{7:064x}"

VALUES: Final = {
    "key": "CAST(printf('%016d', i) AS BLOB)",
    "time": f"{LAST} - ({{count}} - i) * {DAYS * 86400.0} / {{count}}",
    "ir_hash": f"printf('%064x', abs(random()) % {FUNCTIONS})",
    "module": "'package/module_' || abs(random()) % 300 || '.py'",
    "function": "'Class.method_' || abs(random()) % 40",
    "plan": "'rule_' || r",
    "rule": "'rule_' || r",
    "chooser": "CASE WHEN r % 3 THEN 'trm' ELSE 'classic' END",
    "model_version": "CASE WHEN r % 3 THEN '1.' || (20 * i / {count}) || '.0' ELSE '' END",
    "fallback_reason": "CASE WHEN abs(random()) % 20 THEN '' ELSE 'trm ran out of time' END",
    "propensity": "0.5",
    "profile": "''",
    "interpreter": "'CPython 3.11.7'",
    "predicted": "e",
    "ratio": "g",
    "lower_bound": "g * 0.97",
    "upper_bound": "g * 1.03",
    "samples": "31",
    "execution_time": "0.001",
    "memory_usage": "0",
    "cpu_usage": "0.0",
    "error_count": "0",
    "optimization_time": "0.1",
    "compilation_time": "0.01",
    "outcome": "CASE WHEN g > 1.0 THEN 'kept' WHEN abs(random()) % 2 THEN 'slower' ELSE 'switched_back' END",
    "reason": "''",
    "sample": "NULL",
    "source": "NULL",
    "gain": "ln(g)",
    "expected": "ln(e)",
}
"""What is stored in each column of made-up row `i`: `r` is the number of its rule, `e` and `g` are its ratios."""


@dataclass(frozen=True, slots=True)
class Writing:
    """
    What became of rows that several processes stored: how many the store acknowledged, how many of those it has not
    (`lost`), how many it has in all, what SQLite says of the file, how many processes were killed, and seconds.
    """

    acknowledged: int
    lost: int
    stored: int
    damaged: str
    killed: int
    seconds: float


def writers(path: Path, *, writers: int, rows: int, kills: int, seed: int) -> Writing:
    """Let some processes store so many rows each, and kill about so many of them on the way."""
    drawn = random.Random(seed)
    logs = [path.with_name(f"{path.name}.{number}.log") for number in range(writers)]
    for log in logs:
        log.touch()
    ends = [sorted(drawn.randrange(1, rows) for _ in range(kills // writers + 1)) for _ in logs]
    start = time.perf_counter()
    running = {number: _begin(path, number, rows, log) for number, log in enumerate(logs)}
    killed = 0
    while running:
        time.sleep(0.002)
        for number, process in list(running.items()):
            done, status = os.waitpid(process, os.WNOHANG)
            if done and os.waitstatus_to_exitcode(status) == 0:
                del running[number]
            elif done:
                raise RuntimeError(f"writer {number} ended with status {status}")
            elif ends[number] and _acknowledged(logs[number]) >= ends[number][0]:
                while ends[number] and ends[number][0] <= _acknowledged(logs[number]):
                    ends[number].pop(0)
                os.kill(process, signal.SIGKILL)
                _, status = os.waitpid(process, 0)
                killed += os.WIFSIGNALED(status)
                running[number] = _begin(path, number, rows, logs[number])
    seconds = time.perf_counter() - start
    store = FeedbackStore(path)
    noted = {line for log in logs for line in log.read_text().splitlines()}
    there = {bytes(key).hex() for (key,) in store.query("SELECT key FROM change")}
    ((check,),) = store.query("PRAGMA integrity_check(1)")
    return Writing(len(noted), len(noted - there), len(there), check, killed, seconds)


def _acknowledged(log: Path) -> int:
    return log.stat().st_size // len(f"{_key(0, 0)}\n")


def _key(writer: int, number: int) -> str:
    return f"{writer:012x}{number:020x}"


def _begin(path: Path, writer: int, rows: int, log: Path) -> int:
    """The number of a process that stores what is not acknowledged yet."""
    process = os.fork()
    if process:
        return process
    code = 1
    try:
        store = FeedbackStore(path)
        descriptor = os.open(log, os.O_WRONLY | os.O_APPEND)
        for number in range(_acknowledged(log), rows):
            key = _key(writer, number)
            change = MeasuredChange(
                key=key, ir_hash=f"{number % 97:064x}", plan=("hoist_row",), outcome="kept", ratio=1.25,
                predicted=1.2, chooser="trm", model_version="1.0.0", module=f"module_{writer}.py",
            )  # fmt: skip
            store.add(change)
            os.write(descriptor, f"{key}\n".encode())
        code = 0
    finally:
        os._exit(code)


def fill(path: Path, count: int) -> None:
    """Make up so many rows, as if `count` changes had been measured within a year."""
    FeedbackStore(path).count()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    connection.create_function("ln", 1, math.log, deterministic=True)  # not every SQLite has one
    values = ", ".join(VALUES[name] for name in COLUMNS).replace("{count}", str(count))
    normal = " + ".join(["(abs(random()) % 1000) / 1000.0"] * 4)
    for first in range(0, count, _CHUNK):
        last = min(first + _CHUNK, count)
        connection.execute(
            f"INSERT INTO change ({', '.join(COLUMNS)}) WITH RECURSIVE"
            f" number (i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM number WHERE i + 1 < {last}),"
            f" rule AS MATERIALIZED (SELECT i, abs(random()) % {RULES} AS r FROM number),"
            f" made AS MATERIALIZED (SELECT i, r, 0.9 + r / 100.0 + 0.05 * ({normal} - 2) AS e,"
            f" 0.92 + r / 110.0 + 0.1 * ({normal} - 2) AS g FROM rule) SELECT {values} FROM made"
        )
    connection.close()


QUESTIONS: Final[dict[str, Callable[[FeedbackStore], Any]]] = {
    "rows by outcome": lambda store: store.counts(),
    "means by rule, a year": lambda store: grouped(tallies(store), lambda each: each.rule),
    "means by version, 30 days": lambda store: grouped(
        tallies(store, LAST - 30 * 86400), lambda each: each.model_version
    ),
    "newest 20": lambda store: list(store.rows(newest_first=True, limit=20)),
    "newest 1000 of a rule": lambda store: list(store.rows(Selection(rule="rule_7"), newest_first=True, limit=1000)),
    "all of a function": lambda store: list(store.rows(Selection(ir_hash=_FUNCTION))) or [0],
    "rows of a rule in 90 days": lambda store: store.count(Selection(rule="rule_7", since=LAST - 90 * 86400)),
    "rows of a version in a week": lambda store: store.count(Selection(model_version="1.19.0", since=LAST - 7 * 86400)),
    "switched back in a file": lambda store: [store.count(Selection(module="package/module_5.py", outcome="slower"))],
}
"""Each asks a store something, and gives what is not empty; the last one has no index to go by."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Seconds that a question took."""

    question: str
    cpu: float
    wall: float


def ask(path: Path) -> list[Asked]:
    """How long each question takes when it is asked for the second time."""
    store = FeedbackStore(path)
    found = []
    for name, question in QUESTIONS.items():
        question(store)
        cpu, wall = time.process_time(), time.perf_counter()
        question(store)
        found.append(Asked(name, time.process_time() - cpu, time.perf_counter() - wall))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Writers that are killed, and questions to millions of rows.")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--rows", type=int, default=10_000, help="rows of each writer")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--millions", type=float, default=10.0, help="rows that are asked")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="where the stores are made, and left")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="noodle-store-") as temporary:
        folder = options.folder or Path(temporary)
        document: dict[str, Any] = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
        lost = 0
        if options.writers:
            outcome = writers(
                folder / "writers.sqlite3",
                writers=options.writers, rows=options.rows, kills=options.kills, seed=options.seed,
            )  # fmt: skip
            lost = outcome.lost or outcome.stored != options.writers * options.rows or outcome.damaged != "ok"
            document["writers"] = asdict(outcome)
            fields = [(name, str(value)) for name, value in asdict(outcome).items()]
            show(f"{options.writers} writers x {options.rows:,} rows", ("", ""), fields)
        if options.millions:
            path, count = folder / "millions.sqlite3", int(options.millions * 1e6)
            begun = time.perf_counter()
            fill(path, count)
            seconds, size = time.perf_counter() - begun, path.stat().st_size
            print(f"{count:,} rows in {seconds:.0f} s, {size / 1e9:.2f} GB", flush=True)
            asked = ask(path)
            document["rows"], document["bytes"] = count, size
            document["questions"] = [asdict(each) for each in asked]
            header = ("question", "processor s", "wall s")
            show("questions", header, [(each.question, f"{each.cpu:.3f}", f"{each.wall:.3f}") for each in asked])
        if options.json:
            options.json.write_text(json.dumps(document, indent=2) + "\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
