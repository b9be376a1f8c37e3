"""The store of measured changes: what comes out is what went in, whatever happens to the file and who writes."""

from __future__ import annotations

import dataclasses
import fcntl
import json
import os
import resource
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, Selection, StoreError, default_path
from noodlecore_trm.feedback.changes import LONGEST, new_key
from noodlecore_trm.feedback.schema import APPLICATION, VERSION
from noodlecore_trm.feedback.summary import tallies

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
from store import QUESTIONS, fill, writers

HASH = "5" * 64


def change(**fields: Any) -> MeasuredChange:
    return MeasuredChange(**{"ir_hash": HASH, "plan": ("hoist_row",), "outcome": "kept", "time": 1e9} | fields)


FULL = change(
    ir_hash="6" * 64, plan=("hoist_row", "expand_min_max"), rule="expand_min_max", outcome="slower", time=2e9,
    interpreter="PyPy 7.3.11", module="a.py", function="f.<locals>.g", chooser="trm", model_version="1.2.0",
    fallback_reason="no model", propensity=0.25, profile="a" * 64, predicted=1.5, ratio=1.25, lower_bound=1.125,
    upper_bound=1.5, samples=31, execution_time=0.5, memory_usage=4096, cpu_usage=99.5, error_count=1,
    optimization_time=0.25, compilation_time=0.125, reason="ä\nb", sample=b"\x00\xff", source="def g(): ...",
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process has written, others see at once; that only the power may fail is not tested."""
    monkeypatch.setattr("noodlecore_trm.feedback.store.SYNCHRONOUS", "OFF")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, said: list[str]) -> FeedbackStore:
    return FeedbackStore(tmp_path / "kept" / "feedback.sqlite3", patience=20.0, say=said.append)


# rows


def test_what_goes_in_comes_out(store: FeedbackStore) -> None:
    ordinary = change()
    assert [name for name, value in FULL.to_dict().items() if value == ordinary.to_dict()[name]] == []
    assert store.add(FULL) == 1
    assert list(store.rows()) == [dataclasses.replace(FULL, source="")]


def test_sources_are_kept_only_when_asked_for(store: FeedbackStore) -> None:
    store.add(FULL)
    assert b"def g()" not in store.path.read_bytes()
    asked = FeedbackStore(store.path, keep_source=True)
    again = dataclasses.replace(FULL, key=new_key())
    asked.add(again)
    assert [row.source for row in store.rows()] == ["", "def g(): ..."]


def test_the_rule_of_a_plan_of_one() -> None:
    assert change(plan=("hoist_row", "hoist_row")).rule == "hoist_row"
    assert change(plan=("hoist_row", "hoist_range")).rule == ""
    assert change(plan=("hoist_row", "hoist_range"), rule="hoist_range").rule == "hoist_range"


def test_plain_values_and_back() -> None:
    assert MeasuredChange.from_dict(json.loads(json.dumps(FULL.to_dict()))) == FULL


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"ir_hash": "x"}, "ir_hash is no digest: 'x'"),
        ({"ir_hash": "file:" + "g" * 64}, "ir_hash is no digest"),
        ({"key": "../../etc"}, "key is no digest"),
        ({"profile": 5}, "profile is no digest"),
        ({"plan": ["hoist_row"]}, "plan is no list of rules"),
        ({"plan": ("hoist row",)}, "no name of a rule: 'hoist row'"),
        ({"plan": ("hoist_row",) * 1001}, "too long"),
        ({"rule": "<script>"}, "no name of a rule: '<script>'"),
        ({"outcome": "good"}, "outcome is none of kept, "),
        ({"ratio": float("nan")}, "ratio is no finite number: nan"),
        ({"ratio": 0.0}, "ratio is no ratio: 0.0"),
        ({"ratio": "2"}, "ratio is no finite number: '2'"),
        ({"predicted": -1.0}, "predicted is no ratio"),
        ({"ratio": 1.0, "lower_bound": 1.1}, "outside of its bounds"),
        ({"ratio": 1.0, "upper_bound": 0.9}, "outside of its bounds"),
        ({"lower_bound": 1.2, "upper_bound": 1.1}, "outside of its bounds"),
        ({"propensity": 0.0}, "propensity is no probability"),
        ({"propensity": 1.5}, "propensity is no probability"),
        ({"samples": -1}, "samples is no count"),
        ({"samples": True}, "samples is no count"),
        ({"memory_usage": 2**63}, "memory_usage is no count"),
        ({"time": None}, "time is no finite number"),
        ({"time": float("inf")}, "time is no finite number"),
        ({"time": 1e12}, "time is below 0 or too large: 1000000000000.0"),
        ({"time": 10**400}, "time is below 0 or too large: 1000"),
        ({"ratio": 10**400}, "ratio is no ratio: 1000"),
        ({"cpu_usage": -0.5}, "cpu_usage is below 0"),
        ({"module": None}, "module is no text"),
        ({"module": "x" * (LONGEST["module"] + 1)}, "module is longer than 4,096"),
        ({"function": "a\0b"}, "function holds what no file can"),
        ({"reason": "\ud800"}, "reason holds what no file can"),
        ({"sample": "text"}, "sample is no text"),
    ],
)
def test_what_no_row_may_hold(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        change(**fields)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"more": 1}, "there is no field 'more'"),
        ({"key": ...}, "key is missing"),
        ({"time": ...}, "time is missing"),
        ({"plan": "hoist_row"}, "plan is no list"),
        ({"sample": "xyz"}, "sample is not hexadecimal"),
        ({"plan": [["hoist_row"]]}, "no name of a rule"),
    ],
)
def test_plain_values_that_are_no_row(changes: dict[str, Any], message: str) -> None:
    plain = {name: value for name, value in (FULL.to_dict() | changes).items() if value is not ...}
    with pytest.raises(ValueError, match=message):
        MeasuredChange.from_dict(plain)


# selecting


def test_selecting(store: FeedbackStore) -> None:
    rows = [
        change(time=1.0, plan=("hoist_row",), module="a.py"),
        change(time=3.0, plan=("hoist_range",), outcome="slower", model_version="1.0.0"),
        change(time=2.0, plan=("hoist_row",), chooser="trm", ir_hash="6" * 64),
    ]
    assert store.write(rows) == 3
    first, third, second = rows
    assert list(store.rows()) == [first, second, third]
    assert list(store.rows(newest_first=True, limit=2)) == [third, second]
    for selection, wanted in [
        (Selection(rule="hoist_row"), [first, second]),
        (Selection(since=2.0), [second, third]),
        (Selection(until=2.0), [first]),
        (Selection(outcome="slower"), [third]),
        (Selection(chooser="trm", rule="hoist_row"), [second]),
        (Selection(model_version="1.0.0"), [third]),
        (Selection(ir_hash=HASH, module="a.py"), [first]),
        (Selection(module="' OR 1 --"), []),
    ]:
        assert list(store.rows(selection)) == wanted
        assert store.count(selection) == len(wanted)


def test_reading_sees_one_moment(store: FeedbackStore) -> None:
    store.write(change(time=float(number)) for number in range(5))
    rows = store.rows()
    next(rows)
    store.write(change(time=float(number)) for number in range(5, 10))
    assert len(list(rows)) == 4
    assert store.count() == 10


def test_a_row_is_stored_once(store: FeedbackStore) -> None:
    row = change()
    assert store.write([row, row, change()]) == 2
    assert store.write([row]) == 0
    number = store.add(row)
    assert store.add(row) == number
    assert store.count() == 2


def test_dropping(store: FeedbackStore) -> None:
    store.write(change(time=float(number), sample=bytes([number]) * 100) for number in range(50))
    before = store.path.stat().st_size
    store.write(change(time=100.0, sample=os.urandom(5000)) for _ in range(50))
    assert store.prune(before=10.0) == 10
    assert store.prune(before=10.0) == 0
    assert min(row.time for row in store.rows()) == 10.0
    assert store.prune(most=45) == 45
    assert {row.time for row in store.rows()} == {100.0}
    assert store.query("SELECT count(*) FROM attachment") == [(45,)]
    assert store.prune(most=0) == 45
    assert store.path.stat().st_size <= before


def test_the_file_is_nobody_elses_business(store: FeedbackStore) -> None:
    store.add(FULL)
    assert store.path.stat().st_mode & 0o077 == 0


def test_where_the_store_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NOODLE_TRM_CACHE_DIR", raising=False)
    assert default_path().name == "feedback.sqlite3"
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path))
    assert default_path() == tmp_path / "feedback.sqlite3"
    assert default_path("x") == Path("x", "feedback.sqlite3")


# versions of the file


def first_version(path: Path) -> None:
    """A store as the first version wrote it."""
    metrics = {
        "execution_time": 0.8, "memory_usage": 7, "cpu_usage": 0.0, "optimization_time": 0.0, "compilation_time": 0.0,
        "error_count": 0, "optimization_effectiveness": 1.25, "timestamp": 5.0,
    }  # fmt: skip
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE feedback (id INTEGER PRIMARY KEY, recorded REAL NOT NULL, module TEXT NOT NULL,"
        " sha256_before TEXT NOT NULL, sha256_after TEXT NOT NULL, chooser TEXT NOT NULL, rules TEXT NOT NULL,"
        " metrics TEXT NOT NULL)"
    )
    for given in (metrics, metrics | {"optimization_effectiveness": float("nan")}):
        connection.execute(
            "INSERT INTO feedback (recorded, module, sha256_before, sha256_after, chooser, rules, metrics)"
            " VALUES (9.0, 'a.py', ?, ?, 'classic', '[\"hoist_row\"]', ?)",
            ("a" * 64, "b" * 64, json.dumps(given)),
        )
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


def test_a_store_of_the_first_version_is_taken_over(store: FeedbackStore) -> None:
    first_version(store.path)
    first, second = store.rows()
    assert (first.module, first.chooser, first.rule, first.time) == ("a.py", "classic", "hoist_row", 5.0)
    assert (first.ratio, first.execution_time, first.memory_usage) == (1.25, 0.8, 7)
    assert first.ir_hash == f"file:{'a' * 64}"
    assert second.ratio is None
    assert store.query("PRAGMA user_version") == [(VERSION,)]
    assert store.query("PRAGMA application_id") == [(APPLICATION,)]
    assert store.add(change()) == 3


def test_a_migration_that_fails_leaves_the_file_as_it_was(store: FeedbackStore) -> None:
    first_version(store.path)
    with sqlite3.connect(store.path) as connection:
        connection.execute("UPDATE feedback SET rules = 'no JSON' WHERE id = 2")
    with pytest.raises(StoreError, match="it cannot be brought up to date: Expecting value"):
        store.count()
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (2,)
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_file_of_a_later_version_or_of_others_is_left_alone(store: FeedbackStore, tmp_path: Path) -> None:
    store.add(FULL)
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = store.path.read_bytes()
    with pytest.raises(StoreError, match=rf"feedback.sqlite3: it is of version {VERSION + 1}, and this program knows"):
        store.add(change())
    assert store.path.read_bytes() == before
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = other.read_bytes()
    with pytest.raises(StoreError, match=r"other.db: it is a database of another program"):
        FeedbackStore(other).count()
    assert other.read_bytes() == before


def test_a_file_that_was_never_a_store_is_not_moved(tmp_path: Path) -> None:
    text = tmp_path / "README.md"
    text.write_text("mine")
    for _ in range(2):
        with pytest.raises(StoreError, match=r"README.md: it is no store"):
            FeedbackStore(text).add(change())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("README.md", "mine")]


@pytest.mark.parametrize("content", [b"", b"mine", b"x" * 5000], ids=["empty", "text", "longer"])
def test_what_another_file_of_the_same_name_says_is_no_proof(tmp_path: Path, content: bytes) -> None:
    notes, lock = tmp_path / "notes.txt", tmp_path / "notes.txt.lock"
    notes.write_bytes(content)
    for locked in (True, False):
        lock.touch() if locked else lock.unlink()
        with pytest.raises(StoreError, match=r"notes.txt: it is no store"):
            FeedbackStore(notes, create=False).count()
        assert notes.read_bytes() == content
        assert lock.exists() is locked
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_refusal_leaves_no_lock(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("other.db", "folder", "pipe"):
        with pytest.raises(StoreError):
            FeedbackStore(tmp_path / name).count()
    assert list(tmp_path.glob("*.lock")) == []
    garbage(other)
    with pytest.raises(StoreError, match="it is no store"):
        FeedbackStore(other).count()


def test_a_lock_that_was_dropped_meanwhile_is_no_lock(store: FeedbackStore, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, flock = Path(f"{store.path}.lock"), fcntl.flock

    def dropped_before_it_is_held(descriptor: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", flock)
        lock.unlink()
        flock(descriptor, operation)

    store.path.parent.mkdir()
    monkeypatch.setattr(fcntl, "flock", dropped_before_it_is_held)
    with store._locked(exclusive=False) as descriptor:
        assert os.path.samestat(os.fstat(descriptor), lock.stat())


def test_a_lock_that_others_hold_stays(store: FeedbackStore) -> None:
    store.path.parent.mkdir()
    fails = store._locked(exclusive=False)
    fails.__enter__()
    with store._locked(exclusive=False):
        fails.__exit__(ZeroDivisionError, ZeroDivisionError(), None)
        assert Path(f"{store.path}.lock").exists()


@pytest.mark.parametrize("proof", ["lock", "header"])
def test_a_damaged_store_of_any_name_is_known_by_its_lock_or_its_header(tmp_path: Path, proof: str) -> None:
    said: list[str] = []
    store = FeedbackStore(tmp_path / "mine.db", say=said.append)
    store.add(change())
    store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    if proof == "lock":
        garbage(store.path)
    else:
        Path(f"{store.path}.lock").unlink()
        with open(store.path, "r+b") as file:
            file.seek(100)
            file.write(b"\xff" * 3996)
    assert FeedbackStore(store.path, create=False, say=said.append).count() == 0
    assert "was damaged" in said[0]
    assert len([*tmp_path.glob("mine.db.damaged-*")]) == 1


def test_a_store_is_read_where_nothing_can_be_written(store: FeedbackStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(change())
    Path(f"{store.path}.lock").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        patch.setattr(FeedbackStore, "_locked", lambda *_, **__: pytest.fail("it wants a lock"))
        assert store.count() == len(list(store.rows())) == 1
        assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]


def test_nobody_waits_for_ever_for_those_who_have_a_damaged_file_open(store: FeedbackStore) -> None:
    store.write(change() for _ in range(10))
    rows = store.rows()
    next(rows)
    garbage(store.path)
    with pytest.raises(StoreError, match=r"feedback.sqlite3 is damaged \(.*\), and others have it open"):
        FeedbackStore(store.path, patience=0.05).add(change())
    rows.close()
    store.add(change())
    assert store.count() == 1


# a file that is damaged


def garbage(path: Path) -> None:
    path.write_bytes(b"this is no database\n" * 1000)


def hole(path: Path) -> None:
    """Destroy one page in the middle of the rows."""
    with sqlite3.connect(path) as connection:
        pages = connection.execute("SELECT pageno FROM dbstat WHERE name = 'change' ORDER BY pageno").fetchall()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with open(path, "r+b") as file:
        file.seek(size * (pages[len(pages) // 2][0] - 1))
        file.write(os.urandom(size))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


@pytest.mark.parametrize("damage", [garbage, hole, cut], ids=lambda each: each.__name__)
@pytest.mark.parametrize("reading", [True, False], ids=["reading", "writing"])
def test_a_damaged_file_is_moved_aside(
    store: FeedbackStore, said: list[str], damage: Callable[[Path], None], reading: bool
) -> None:
    rows = [change(time=float(number), module="x" * 300) for number in range(400)]
    store.write(rows)
    damage(store.path)
    damaged = store.path.read_bytes()
    if reading:
        with suppress(StoreError):  # it was well at the beginning
            list(store.rows())
        (aside,) = store.path.parent.glob("*.damaged-*[0-9a-f]")
        assert aside.read_bytes() == damaged
    else:
        new = {store.add(each) and each.key for each in [change(time=float(number)) for number in range(400, 500)]}
        with suppress(StoreError):  # a hole between the rows is not seen before
            list(store.rows())
        (aside,) = store.path.parent.glob("*.damaged-*[0-9a-f]")
    (line,) = said
    assert line.startswith(f"{store.path} was damaged (")
    assert "\n" not in line
    assert aside.name in line
    left = {row.key for row in store.rows()}
    old = left & {row.key for row in rows}
    taken_over = len(left) if reading or damage is hole else len(old)
    assert f"; {taken_over} rows that could still be read went into a new one" in line
    if damage is hole:
        assert 300 < len(old) < 400
    if not reading:
        assert new <= left, "every row that was stored afterwards"
    assert store.query("PRAGMA integrity_check") == [("ok",)]


def test_many_who_find_the_file_damaged_move_it_once(store: FeedbackStore, said: list[str]) -> None:
    store.write(change() for _ in range(50))
    garbage(store.path)
    start = threading.Barrier(8)

    def work() -> None:
        start.wait()
        for _ in range(5):
            store.add(change())

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(said) == 1
    assert store.count() == 40


# a disk that is full


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before, byte_code = signal.signal(signal.SIGXFSZ, signal.SIG_IGN), sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # it would be cut off, for all who come after
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
        sys.dont_write_bytecode = byte_code


def test_a_full_disk_loses_nothing_that_was_stored(store: FeedbackStore, said: list[str]) -> None:
    stored: list[MeasuredChange] = []

    def fill_it() -> None:
        while True:
            batch = [change(module="x" * 1000) for _ in range(20)]
            store.write(batch)
            stored.extend(batch)

    with files_of_at_most(400_000), pytest.raises(StoreError, match=r"feedback.sqlite3: .*full"):
        fill_it()
    assert len(stored) > 40
    with files_of_at_most(400_000):
        assert {row.key for row in store.rows()} == {row.key for row in stored}
    store.add(change())
    assert store.count() == len(stored) + 1
    assert store.query("PRAGMA integrity_check") == [("ok",)]
    assert said == []


def test_no_room_for_a_store_at_all(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path / "feedback.sqlite3")
    with files_of_at_most(100), pytest.raises(StoreError, match="full"):
        store.add(change())
    store.add(change())
    assert store.count() == 1


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(StoreError, match=r"file/feedback.sqlite3: (Not a directory|File exists)"):
        FeedbackStore(file / "feedback.sqlite3").add(change())
    with pytest.raises(StoreError, match=r"Is a directory|cannot be opened"):
        FeedbackStore(tmp_path).count()


# many who write


def test_a_store_that_stays_busy_is_an_error(store: FeedbackStore) -> None:
    store.add(change())
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="others kept it busy for too long"):
        FeedbackStore(store.path, patience=0.05).add(change())
    other.execute("ROLLBACK")
    other.close()
    store.add(change())
    assert store.count() == 2


def test_the_log_stays_small_although_somebody_is_always_there(
    store: FeedbackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(change())
    log = Path(f"{store.path}-wal")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("SELECT count(*) FROM change").fetchone()
    store.write(change(module="x" * 1000) for _ in range(100))
    assert log.stat().st_size > 100_000
    monkeypatch.setattr("noodlecore_trm.feedback.store._LARGE_LOG", 100_000)
    monkeypatch.setattr("noodlecore_trm.feedback.store._SELDOM", 1.0)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM change").fetchone()
    store.add(change())  # not while somebody reads, but it waits for nobody
    assert log.stat().st_size > 100_000
    other.execute("COMMIT")
    store.add(change())
    assert log.stat().st_size == 0
    assert store.count() == 103
    other.close()


def test_writers_that_are_killed_lose_no_acknowledged_row(tmp_path: Path) -> None:
    """The benchmark in small: two writers, each killed whenever it has got on for a while."""
    path = tmp_path / "feedback.sqlite3"
    tally = writers(path, writers=3, rows=150, kills=6, seed=4)
    assert tally.acknowledged >= 450
    assert tally.lost == 0
    assert tally.damaged == "ok"
    assert tally.killed >= 3


def test_millions_of_rows_are_asked_in_small(tmp_path: Path) -> None:
    """The benchmark's rows are like those that are written one by one, and its questions have answers."""
    path = tmp_path / "feedback.sqlite3"
    fill(path, 3000)
    store = FeedbackStore(path)
    assert store.count() == 3000
    assert sum(each.group.changes for each in tallies(store)) == 3000
    for name, ask in QUESTIONS.items():
        assert ask(store), name
    assert all(MeasuredChange.from_dict(row.to_dict()) == row for row in store.rows(limit=50))
