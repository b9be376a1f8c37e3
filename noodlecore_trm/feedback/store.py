"""An append-only store of measured changes, in SQLite with a write-ahead log."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

_SCHEMA: Final = 1
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    recorded REAL NOT NULL,
    module TEXT NOT NULL,
    sha256_before TEXT NOT NULL,
    sha256_after TEXT NOT NULL,
    chooser TEXT NOT NULL,
    rules TEXT NOT NULL,
    metrics TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class ExecutionMetrics:
    """
    What one run of optimized code cost: seconds, bytes, percent of one core, count of errors.

    `optimization_effectiveness` is the measured speed ratio, old time over new; NaN if unknown.
    """

    execution_time: float
    memory_usage: int = 0
    cpu_usage: float = 0.0
    optimization_time: float = 0.0
    compilation_time: float = 0.0
    error_count: int = 0
    optimization_effectiveness: float = float("nan")
    timestamp: float = field(default_factory=time.time)


class FeedbackStore:
    """
    Rows of feedback at a path; safe for concurrent writers.

    Raises sqlite3.Error where the file cannot be written or is no such store.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(
        self,
        module: str,
        sha256_before: str,
        sha256_after: str,
        chooser: str,
        rules: tuple[str, ...],
        metrics: ExecutionMetrics,
    ) -> int:
        """Append a row and return its id."""
        with self._connection() as connection:
            row = (
                time.time(), module, sha256_before, sha256_after, chooser,
                json.dumps(rules), json.dumps(asdict(metrics)),
            )  # fmt: skip
            cursor = connection.execute(
                "INSERT INTO feedback (recorded, module, sha256_before, sha256_after, chooser, rules, metrics)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            assert cursor.lastrowid is not None
            return cursor.lastrowid

    def rows(self) -> list[dict[str, Any]]:
        """Every row, oldest first, with `rules` and `metrics` decoded."""
        with self._connection() as connection:
            found = [dict(row) for row in connection.execute("SELECT * FROM feedback ORDER BY id")]
        for row in found:
            row["rules"] = json.loads(row["rules"])
            row["metrics"] = json.loads(row["metrics"])
        return found

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=30.0)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(_TABLE)
            connection.execute(f"PRAGMA user_version = {_SCHEMA}")
            with connection:
                yield connection
        finally:
            connection.close()
