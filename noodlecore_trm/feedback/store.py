"""
The store of measured changes: one SQLite file with a write-ahead log, for any number of processes at once.

A row that `add` or `write` has returned for is stored: it survives `kill -9` of whoever wrote it. A loss of power may
take the last rows, and damages nothing. Whoever finds the store busy waits. A file that turns out to be damaged is
moved aside, what can still be read of it is taken over into a new one, and work goes on.
"""

from __future__ import annotations

import hashlib
import logging
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from noodlecore_trm.errors import TRMAgentException
from noodlecore_trm.feedback.changes import STORE, MeasuredChange
from noodlecore_trm.feedback.schema import (
    APPLICATION,
    INSERT,
    SELECT,
    TALLY,
    VERSION,
    Unknown,
    from_row,
    migrate,
    to_row,
    version_of,
)
from noodlecore_trm.telemetry import count_measured

T = TypeVar("T")
PATIENCE: Final = 60.0
"""Seconds to wait for other processes."""
SYNCHRONOUS: Final = "NORMAL"
_BATCH: Final = 1000
_MOST_REPAIRS: Final = 3
_LARGE_LOG: Final = 32 << 20
"""Bytes."""
_SELDOM: Final = 1 / 8
_BUSY: Final = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL))
_DAMAGED: Final = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
_MARK: Final = b"the lock of a store of noodlecore-trm\n"
"""What a lock holds as soon as the file beside it is a store: proof, should that file be damaged, that it is ours."""
_log = logging.getLogger(__name__)


class StoreError(TRMAgentException):
    """The store cannot be read or written; the message is one line, and what was stored before is still there."""

    error_code = 5070


def default_path(folder: str = "") -> Path:
    """Where the user's store is: in a given folder, that of `NOODLE_TRM_CACHE_DIR`, or the user's data folder."""
    chosen = folder or os.environ.get("NOODLE_TRM_CACHE_DIR", "")
    if not chosen:
        from platformdirs import user_data_dir

        chosen = user_data_dir("noodlecore-trm", appauthor=False)
    return Path(chosen) / STORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """
    Which rows are meant: those that agree with every field that is not None.

    `since` (included) and `until` (not included) are seconds since 1970; the others are fields of a row.
    """

    since: float | None = None
    until: float | None = None
    ir_hash: str | None = None
    module: str | None = None
    function: str | None = None
    rule: str | None = None
    chooser: str | None = None
    model_version: str | None = None
    interpreter: str | None = None
    outcome: str | None = None

    @property
    def is_tallied(self) -> bool:
        """Whether `tally` knows the answer."""
        return all(getattr(self, item.name) is None for item in fields(self) if item.name not in TALLY)

    def where(self) -> tuple[str, list[Any]]:
        """A condition in SQL and the values for it."""
        parts, values = ["1"], []
        for item in fields(self):
            value = getattr(self, item.name)
            if value is not None:
                name = {"since": "time >= ?", "until": "time < ?"}.get(item.name, f"{item.name} = ?")
                parts.append(f"change.{name}")
                values.append(value)
        return " AND ".join(parts), values


EVERYTHING: Final = Selection()


class FeedbackStore:
    """
    The rows in a file, which is made when it is first needed, or has to be there without `create`. The file is open
    only while a method runs.

    May be used by several threads and after a fork. Sources are stored only with `keep_source`. `patience` is in
    seconds; `say` is told in one line what the user should know, and logs it by default. Every method raises
    StoreError if the store cannot be read or written: the disk is full, access is denied, it belongs to a later version
    or to another program, it is no store, or others kept it busy for longer than `patience`.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        keep_source: bool = False,
        create: bool = True,
        patience: float = PATIENCE,
        say: Callable[[str], None] = _log.warning,
    ) -> None:
        self.path = Path(path)
        self.keep_source = keep_source
        self._create = create
        self._patience = patience
        self._say = say

    # writing

    def add(self, change: MeasuredChange) -> int:
        """Store a row and return its id; one whose key is there already is not stored again."""

        def insert(connection: sqlite3.Connection) -> int:
            self._insert(connection, (change,))
            key = bytes.fromhex(change.key)
            (number,) = connection.execute("SELECT id FROM change WHERE key = ?", (key,)).fetchone()
            return int(number)

        number = self._written(insert)
        count_measured((change,))
        return number

    def write(self, changes: Iterable[MeasuredChange]) -> int:
        """
        Store rows and return how many were new. Up to 1000 at a time are stored together, all or none of them.
        """
        new = 0
        for batch in _batches(changes):
            new += self._stored(batch)
            count_measured(batch)
        return new

    def _stored(self, batch: Sequence[MeasuredChange]) -> int:
        return self._written(partial(self._insert, changes=batch))

    def _insert(self, connection: sqlite3.Connection, changes: Sequence[MeasuredChange]) -> int:
        rows = []
        for change in changes:
            source = change.source.encode() if self.keep_source else b""
            rows.append(to_row(change, _attached(connection, change.sample), _attached(connection, source)))
        return max(0, connection.executemany(INSERT, rows).rowcount)

    def prune(self, *, before: float | None = None, most: int | None = None) -> int:
        """
        Drop the rows that were measured before a time (seconds since 1970), and the oldest until there are at most
        `most`; returns how many. The file becomes smaller. Others can write meanwhile.
        """
        dropped = 0
        if before is not None:
            while count := self._drop_oldest(_BATCH, "time < ?", before):
                dropped += count
        if most is not None:
            excess = self.count() - most
            while excess > 0 and (count := self._drop_oldest(min(excess, _BATCH))):
                dropped += count
                excess -= count
        if dropped:
            self._written(_drop_attachments)
            self._run(_shrink)
        return dropped

    def _drop_oldest(self, most: int, condition: str = "1", *values: float) -> int:
        oldest = f"SELECT id FROM change WHERE {condition} ORDER BY time, id LIMIT {most}"

        def drop(connection: sqlite3.Connection) -> int:
            return connection.execute(f"DELETE FROM change WHERE id IN ({oldest})", values).rowcount

        return self._written(drop)

    # reading

    def count(self, selection: Selection = EVERYTHING) -> int:
        """How many rows there are."""
        return sum(self.counts(selection).values())

    def counts(self, selection: Selection = EVERYTHING) -> dict[str, int]:
        """How many rows there are of each outcome, the most frequent first."""
        condition, values = selection.where()
        if selection.is_tallied:
            table, count = "tally AS change", "sum(changes)"
        else:
            table, count = "change", "count(*)"
        groups = f"SELECT outcome, {count} FROM {table} WHERE {condition} GROUP BY outcome ORDER BY 2 DESC, 1"
        return dict(self.query(groups, values))

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a SELECT on the tables of `noodlecore_trm.feedback.schema`."""
        return self._run(lambda connection: list(map(tuple, connection.execute(statement, values))), reading=True)

    def rows(
        self, selection: Selection = EVERYTHING, *, newest_first: bool = False, limit: int | None = None
    ) -> Iterator[MeasuredChange]:
        """
        Rows in the order of their times, as they are at the first one: what others write meanwhile is not among them.
        One that holds what no row can is left out, which `say` is told at the end.
        """
        condition, values = selection.where()
        order = "DESC" if newest_first else "ASC"
        statement = f"{SELECT} WHERE {condition} ORDER BY change.time {order}, change.id {order} LIMIT ?"
        values.append(-1 if limit is None else limit)
        self._run(lambda connection: None, reading=True)  # makes or repairs the file, or waits for it
        file = _file_at(self.path)
        wrong, first = 0, ""
        try:
            with self._opened(reading=True) as connection:
                for row in connection.execute(statement, values):
                    try:
                        change = from_row(row)
                    except ValueError as problem:
                        wrong += 1
                        first = first or f"row {row['id']}: {problem}"
                    else:
                        yield change
        except sqlite3.Error as problem:
            if _code(problem) in _DAMAGED:
                self._move_aside(file, problem)
            raise StoreError(f"{self.path}: {_explained(problem)}") from None
        if wrong:
            left_out = "a row is" if wrong == 1 else f"{wrong:,} rows are"
            self._say(f"{self.path}: {left_out} left out for what no row may hold; {first}")

    # the file

    def _written(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something that changes the file, of which nothing remains if it raises."""

        def whole(connection: sqlite3.Connection) -> T:
            connection.execute("BEGIN IMMEDIATE")
            try:
                done = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._keep_log_small(connection)
            return done

        return self._run(whole)

    def _keep_log_small(self, connection: sqlite3.Connection) -> None:
        """Begin the log anew where it has grown large, as it does when there is always somebody who reads or writes."""
        with suppress(OSError, sqlite3.Error):
            if os.stat(f"{self.path}-wal").st_size > _LARGE_LOG and random.random() < _SELDOM:
                connection.execute("PRAGMA busy_timeout = 50")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _run(self, work: Callable[[sqlite3.Connection], T], *, reading: bool = False) -> T:
        """Do something with a connection, until it is done or hopeless."""
        deadline = time.monotonic() + self._patience
        pause, repairs = 0.001, 0
        while True:
            try:
                file = _file_at(self.path)
                with self._opened(reading=reading) as connection:
                    return work(connection)
            except sqlite3.Error as problem:
                code = _code(problem)
                if code in _DAMAGED and repairs < _MOST_REPAIRS:
                    repairs += 1
                    self._move_aside(file, problem)
                elif code in _BUSY and time.monotonic() < deadline:
                    time.sleep(pause * random.random())
                    pause = min(2 * pause, 0.1)
                else:
                    raise StoreError(f"{self.path}: {_explained(problem)}") from None
            except Unknown as problem:
                raise StoreError(f"{self.path}: {problem}") from None
            except OSError as problem:
                raise StoreError(f"{self.path}: {problem.strerror or problem}") from None

    @contextmanager
    def _opened(self, *, reading: bool = False) -> Iterator[sqlite3.Connection]:
        """
        A connection to the file, which is of the current version then.

        As long as anybody has one, nobody moves the file: SQLite finds the log by its name, and one that belongs to
        another file would end that. Nothing but SQLite may open the file either: closing it would let go of the locks
        that other threads hold.
        """
        if reading and os.path.isfile(self.path) and not os.access(self.path.parent, os.W_OK):
            with self._looked_at() as connection:
                yield connection
            return
        if self._create:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._locked(exclusive=False) as lock:
            marked = _is_marked(lock)
            may_make = self._create or marked
            if not os.path.isfile(self.path) and (os.path.exists(self.path) or not may_make):
                raise Unknown("it cannot be opened as a file")
            connection = _connected(self.path, self._patience)
            try:
                if self._recognized(connection, marked) == 0:
                    if not may_make:
                        raise Unknown("it is no store")
                    # what ran here is nobody else's business; SQLite gives the same mode to the files beside it
                    os.chmod(self.path, 0o600)
                    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # it writes, so no reader should say it
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
                migrate(connection)
                _mark(lock)
                yield connection
            finally:
                connection.close()

    @contextmanager
    def _looked_at(self) -> Iterator[sqlite3.Connection]:
        """A connection that reads where nothing can be written, no lock and no log either."""
        log = Path(f"{self.path}-wal")
        fixed = "" if log.exists() and log.stat().st_size else "&immutable=1"
        connection = _connected(f"{self.path.absolute().as_uri()}?mode=ro{fixed}", self._patience)
        try:
            if self._recognized(connection, marked=False) != VERSION:
                raise Unknown("it is empty or of an earlier version, and its folder cannot be written to")
            yield connection
        finally:
            connection.close()

    def _recognized(self, connection: sqlite3.Connection, marked: bool) -> int:
        """The version. Raises Unknown for what is no database, unless it has been ours: it is not ours to move."""
        try:
            return version_of(connection)
        except sqlite3.Error as problem:
            if marked or self.path.name == STORE or _code(problem) not in _DAMAGED or _is_signed(connection):
                raise
            raise Unknown("it is no store") from None

    @property
    def _lock(self) -> str:
        return f"{self.path}.lock"

    @contextmanager
    def _locked(self, *, exclusive: bool) -> Iterator[int]:
        """
        The descriptor of the lock, beside others that have the file open, or alone. Raises BlockingIOError if it takes
        too long to be alone. What fails leaves no lock that was not there, unless there is a store.
        """
        is_new = not os.path.lexists(self._lock)
        descriptor = self._lock_taken(exclusive)
        try:
            yield descriptor
        except BaseException:
            if is_new and not _is_marked(descriptor):
                self._drop_lock(descriptor)
            raise
        finally:
            os.close(descriptor)

    def _lock_taken(self, exclusive: bool) -> int:
        import fcntl

        deadline = time.monotonic() + self._patience
        while True:
            descriptor = os.open(self._lock, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            try:
                while exclusive:
                    try:
                        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                        break
                    except BlockingIOError:
                        if time.monotonic() > deadline:
                            raise
                        time.sleep(0.005)
                else:
                    fcntl.flock(descriptor, fcntl.LOCK_SH)
                if os.fstat(descriptor).st_nlink:  # else whoever made it has dropped it meanwhile
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)

    def _drop_lock(self, descriptor: int) -> None:
        """Remove the lock, unless somebody else has it."""
        import fcntl

        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.unlink(self._lock)

    def _move_aside(self, damaged: tuple[int, int] | None, problem: sqlite3.Error) -> None:
        """
        Give way to a new file, unless another process has done so, and take over what can be read of the old one.
        Raises StoreError if others do not let go of it, or it cannot be moved.
        """
        try:
            aside = self._moved(damaged)
        except BlockingIOError:
            raise StoreError(f"{self.path} is damaged ({_explained(problem)}), and others have it open") from None
        except OSError as other:
            raise StoreError(
                f"{self.path} is damaged ({_explained(problem)}), and cannot be moved: {other.strerror or other}"
            ) from None
        if aside is None:
            return
        new = FeedbackStore(self.path, keep_source=True, patience=self._patience)
        kept = sum(map(new._stored, _batches(_salvaged(aside))))
        self._say(
            f"{self.path} was damaged ({_explained(problem)}) and is now {aside.name}; "
            f"{kept:,} {'row' if kept == 1 else 'rows'} that could still be read went into a new one"
        )

    def _moved(self, damaged: tuple[int, int] | None) -> Path | None:
        """Where the damaged file is now; None if it is gone already."""
        with self._locked(exclusive=True) as lock:
            if damaged is None or _file_at(self.path) != damaged:
                return None
            stamp = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.urandom(2).hex()}"
            aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
            for part in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    os.rename(f"{self.path}{part}", f"{aside}{part}")
            _mark(lock)
        return aside


def _connected(path: Path | str, patience: float) -> sqlite3.Connection:
    """A connection to a file, or to what a URI names."""
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, uri=isinstance(path, str))
    connection.row_factory = sqlite3.Row
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    return connection


def _is_marked(lock: int) -> bool:
    return os.pread(lock, len(_MARK) + 1, 0) == _MARK


def _mark(lock: int) -> None:
    with suppress(OSError):  # it may be somebody else's, and the disk may be full
        if os.fstat(lock).st_size == 0:
            os.pwrite(lock, _MARK, 0)


def _is_signed(connection: sqlite3.Connection) -> bool:
    """Whether a damaged file says in what can be read of its header that it is a store."""
    with suppress(sqlite3.Error):
        return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION)
    return False


def _batches(changes: Iterable[MeasuredChange]) -> Iterator[tuple[MeasuredChange, ...]]:
    remaining = iter(changes)
    while batch := tuple(islice(remaining, _BATCH)):
        yield batch


def _attached(connection: sqlite3.Connection, data: bytes) -> int | None:
    """The id under which some bytes are stored; what is empty is not."""
    if not data:
        return None
    digest = hashlib.sha256(data).digest()
    connection.execute("INSERT INTO attachment (digest, data) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, data))
    (number,) = connection.execute("SELECT id FROM attachment WHERE digest = ?", (digest,)).fetchone()
    return int(number)


def _drop_attachments(connection: sqlite3.Connection) -> None:
    used = "SELECT sample FROM change WHERE sample IS NOT NULL UNION SELECT source FROM change WHERE source IS NOT NULL"
    connection.execute(f"DELETE FROM attachment WHERE id NOT IN ({used})")


def _shrink(connection: sqlite3.Connection) -> None:
    # as a script: it gives a page free with every step, and `execute` takes one step only
    connection.executescript("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)")


def _salvaged(path: Path) -> Iterator[MeasuredChange]:
    """The rows of a damaged file that can still be read: from the first on, and from the last back to there."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        reached = -1
        for order in ("ASC", "DESC"):
            with suppress(sqlite3.Error):
                statement = SELECT.replace("FROM change", "FROM change NOT INDEXED", 1)
                for row in connection.execute(f"{statement} WHERE change.id > {reached} ORDER BY change.id {order}"):
                    if order == "ASC":
                        reached = row["id"]
                    with suppress(ValueError, TypeError):
                        yield from_row(row)
                return
    finally:
        connection.close()


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file has a name, whatever that is called later."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _code(problem: sqlite3.Error) -> int:
    """The primary result code of SQLite; 0 for what Python's module says itself."""
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF


def _explained(problem: sqlite3.Error) -> str:
    """What went wrong, in a few words."""
    known = {
        sqlite3.SQLITE_FULL: "the disk is full",
        sqlite3.SQLITE_IOERR: "it cannot be written, the disk may be full",
        sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
        sqlite3.SQLITE_READONLY: "it is read-only",
        sqlite3.SQLITE_BUSY: "others kept it busy for too long",
    }
    return known.get(_code(problem)) or " ".join(str(problem).split())
