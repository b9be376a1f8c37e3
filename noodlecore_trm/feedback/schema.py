"""
The tables of a store and how older ones become them.

`PRAGMA user_version` says which version a file has. The migrations that are missing run in one transaction, so that a
file is of one version or of the other, whatever happens in between.
"""

from __future__ import annotations

import hashlib
import json
import math
import sqlite3
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final

from noodlecore_trm.feedback.changes import MeasuredChange, measures

VERSION: Final = 2
APPLICATION: Final = 0x4E545246
"""`PRAGMA application_id` of a store: "NTRF"."""

COLUMNS: Final = {
    "key": "BLOB NOT NULL UNIQUE",
    "time": "REAL NOT NULL",
    "ir_hash": "TEXT NOT NULL",
    "module": "TEXT NOT NULL",
    "function": "TEXT NOT NULL",
    "plan": "TEXT NOT NULL",
    "rule": "TEXT NOT NULL",
    "chooser": "TEXT NOT NULL",
    "model_version": "TEXT NOT NULL",
    "fallback_reason": "TEXT NOT NULL",
    "propensity": "REAL",
    "profile": "TEXT NOT NULL",
    "interpreter": "TEXT NOT NULL",
    "predicted": "REAL",
    "ratio": "REAL",
    "lower_bound": "REAL",
    "upper_bound": "REAL",
    "samples": "INTEGER NOT NULL",
    "execution_time": "REAL",
    "memory_usage": "INTEGER NOT NULL",
    "cpu_usage": "REAL NOT NULL",
    "error_count": "INTEGER NOT NULL",
    "optimization_time": "REAL NOT NULL",
    "compilation_time": "REAL NOT NULL",
    "outcome": "TEXT NOT NULL",
    "reason": "TEXT NOT NULL",
    "sample": "INTEGER REFERENCES attachment (id)",
    "source": "INTEGER REFERENCES attachment (id)",
    "gain": "REAL",
    "expected": "REAL",
}
"""
The columns of `change`, besides its `id`. `gain` and `expected` are the natural logarithms of `ratio` and `predicted`,
so that any SQLite can take means; `plan` is separated by spaces; samples and sources are kept once each.
"""

BINS_PER_UNIT: Final = 20
"""Bins of `expected` in `tally`: a prediction falls into the one of its logarithm, rounded to a twentieth."""
NO_BIN: Final = -1000
"""The bin of what nobody has predicted."""
TALLY: Final = {
    "day": "INTEGER", "rule": "TEXT", "chooser": "TEXT", "model_version": "TEXT", "interpreter": "TEXT",
    "fallback_reason": "TEXT", "outcome": "TEXT", "bin": "INTEGER",
}  # fmt: skip
"""
What the rows are counted by, in the table `tally`, which triggers keep, so that a report on millions of rows is quick.
With types: SQLite does not look a text up in an index of a column without one.
"""
SUMS: Final = {
    "changes": "1",
    "measured": "{row}.gain IS NOT NULL",
    "gain": "ifnull({row}.gain, 0.0)",
    "squares": "ifnull({row}.gain * {row}.gain, 0.0)",
    "expected": "CASE WHEN {row}.gain IS NULL THEN 0.0 ELSE ifnull({row}.expected, 0.0) END",
}
"""
What `tally` holds for each: the number of rows, of those with a `gain`, the sums of that and of its square, and the sum
of what was `expected` of those.
"""


class Unknown(Exception):
    """A database that is no store, or one of a version that is not known; the message says which."""


def _create(connection: sqlite3.Connection) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    connection.execute(f"CREATE TABLE change (id INTEGER PRIMARY KEY, {columns})")
    connection.execute(
        "CREATE TABLE attachment (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, data BLOB NOT NULL)"
    )
    _create_tally(connection)
    connection.execute("CREATE INDEX change_by_time ON change (time)")
    connection.execute("CREATE INDEX change_by_function ON change (ir_hash)")
    connection.execute("CREATE INDEX change_by_rule ON change (rule, time)")
    connection.execute("CREATE INDEX change_by_model ON change (model_version, time)")


def _create_tally(connection: sqlite3.Connection) -> None:
    """`day` is the number of days since 1970, in UTC."""
    key = ", ".join(TALLY)
    columns = ", ".join(f"{name} {kind} NOT NULL" for name, kind in TALLY.items())
    sums = ", ".join(f"{name} {'REAL' if '.0' in value else 'INTEGER'} NOT NULL" for name, value in SUMS.items())
    connection.execute(f"CREATE TABLE tally ({columns}, {sums}, PRIMARY KEY ({key})) WITHOUT ROWID")
    for event, row, sign in (("INSERT", "new", "+"), ("DELETE", "old", "-")):
        place = {name: f"{row}.{name}" for name in TALLY} | {
            "day": f"CAST({row}.time / 86400 AS INTEGER)",
            "bin": f"ifnull(CAST(round({row}.expected * {BINS_PER_UNIT}) AS INTEGER), {NO_BIN})",
        }
        same = " AND ".join(f"{name} = {value}" for name, value in place.items())
        if event == "INSERT":
            zeros = ", ".join("0" * len(SUMS))
            begin = f"INSERT INTO tally VALUES ({', '.join(place.values())}, {zeros}) ON CONFLICT DO NOTHING;"
            end = ""
        else:
            begin, end = "", f"DELETE FROM tally WHERE {same} AND changes = 0;"
        change = ", ".join(f"{name} = {name} {sign} ({value.format(row=row)})" for name, value in SUMS.items())
        connection.execute(
            f"CREATE TRIGGER tally_{event.lower()} AFTER {event} ON change BEGIN"
            f" {begin} UPDATE tally SET {change} WHERE {same}; {end} END"
        )


def to_row(change: MeasuredChange, sample: int | None = None, source: int | None = None) -> tuple[Any, ...]:
    """The values for `INSERT`, with the ids of what is attached."""
    own = (_VALUES[name](change) for name in _OWN)
    return (*own, sample, source, _log(change.ratio), _log(change.predicted))


def from_row(row: sqlite3.Row) -> MeasuredChange:
    """The change of a row of `SELECT`. Raises ValueError if it holds what no change can."""
    for name in ("key", "sample", "source"):
        if type(row[name]) is not bytes and (name == "key" or row[name] is not None):
            raise ValueError(f"{name} is no bytes")
    values = {name: row[name] for name in _OWN}
    values["key"] = row["key"].hex()
    values["plan"] = tuple(str(row["plan"]).split())
    values["sample"] = row["sample"] or b""
    values["source"] = (row["source"] or b"").decode()
    return MeasuredChange(**values)


_OWN: Final = tuple(name for name in COLUMNS if name not in ("sample", "source", "gain", "expected"))
_VALUES: Final[dict[str, Callable[[MeasuredChange], Any]]] = {name: attrgetter(name) for name in _OWN} | {
    "key": lambda change: bytes.fromhex(change.key),
    "plan": lambda change: " ".join(change.plan),
}
INSERT: Final = (
    f"INSERT INTO change ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))}) ON CONFLICT (key) DO NOTHING"
)
SELECT: Final = (
    f"SELECT change.id, {', '.join(_OWN)}, samples_of.data AS sample, sources_of.data AS source FROM change"
    " LEFT JOIN attachment AS samples_of ON samples_of.id = change.sample"
    " LEFT JOIN attachment AS sources_of ON sources_of.id = change.source"
)


def _log(ratio: float | None) -> float | None:
    return None if ratio is None else math.log(ratio)


def _from_first(connection: sqlite3.Connection) -> None:
    """The first version measured whole files only, and kept the metrics as JSON."""
    rows = connection.execute(
        "SELECT id, recorded, module, sha256_before, chooser, rules, metrics FROM feedback ORDER BY id"
    ).fetchall()
    _create(connection)
    for row in map(tuple, rows):
        key = hashlib.sha256(repr(row).encode()).hexdigest()[:32]
        rules = tuple(json.loads(row[5]))
        known: dict[str, Any] = {"module": row[2], "chooser": row[4], "time": row[1], "key": key, "interpreter": ""}
        known |= measures(json.loads(row[6]))
        connection.execute(
            INSERT, to_row(MeasuredChange(ir_hash=f"file:{row[3]}", plan=rules, outcome="kept", **known))
        )
    connection.execute("DROP TABLE feedback")


MIGRATIONS: Final[dict[int, tuple[int, Callable[[sqlite3.Connection], None]]]] = {
    0: (VERSION, _create),
    1: (VERSION, _from_first),
}
"""By the version that a file has (0: without tables), the version it comes to and how."""


def migrate(connection: sqlite3.Connection) -> None:
    """
    Bring a database up to date, or make its tables. Raises Unknown for one that is no store or of a later version, and
    sqlite3.Error.
    """
    if version_of(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        while (version := version_of(connection)) != VERSION:  # another process may have been faster
            following, migration = MIGRATIONS[version]
            migration(connection)
            connection.execute(f"PRAGMA user_version = {following}")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException as problem:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(problem, ValueError | KeyError | TypeError):
            raise Unknown(f"it cannot be brought up to date: {problem}") from None
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a database, 0 for an empty one. Raises Unknown for one that is no store or of a later version."""
    begins = not connection.in_transaction  # all is read at once: another process may be making the store
    if begins:
        connection.execute("BEGIN")
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        if begins and connection.in_transaction:
            connection.execute("ROLLBACK")
    if application == APPLICATION:
        if version > VERSION:
            raise Unknown(f"it is of version {version}, and this program knows {VERSION}")
        return int(version)
    if application == 0 and version == 0 and not tables:
        return 0
    if application == 0 and version == 1 and tables == {"feedback"}:
        return 1
    raise Unknown("it is a database of another program")
