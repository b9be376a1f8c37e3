"""The store of measured changes: what comes out is what went in, whatever happens to the file and who writes."""

from __future__ import annotations

import dataclasses
import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, Selection, StoreError, default_path
from noodlecore_trm.feedback.changes import LONGEST, new_key
from noodlecore_trm.feedback.schema import APPLICATION, VERSION

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
    with pytest.raises(StoreError, match=r"other.db: it is a database of another program"):
        FeedbackStore(other).count()
