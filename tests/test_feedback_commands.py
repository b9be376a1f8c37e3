"""`noodle-trm feedback` and `noodle-trm report`: rows in and out of files that nobody vouches for, and the page."""

from __future__ import annotations

import io
import json
import math
import os
import re
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from noodlecore_trm.cli import main
from noodlecore_trm.cli.commands.feedback import moment
from noodlecore_trm.feedback import FeedbackStore, MeasuredChange, Selection, StoreError
from noodlecore_trm.feedback.exchange import (
    BadRows,
    read_json_lines,
    read_parquet,
    write_json_lines,
    write_parquet,
)
from noodlecore_trm.feedback.summary import Group, grouped, tallies

HOSTILE = "<script>alert(1)</script>&\"'$\\frac{1}{0$ 中文 \x1b[31m --> ]]> %s {0}"


def change(**fields: Any) -> MeasuredChange:
    defaults = {"ir_hash": "5" * 64, "plan": ("hoist_row",), "outcome": "kept", "time": 1e9, "interpreter": "CPython"}
    return MeasuredChange(**(defaults | fields))


ROWS = [
    change(ratio=1.5, predicted=1.25, lower_bound=1.25, upper_bound=1.75, source="def f(): ...", sample=b"\x01"),
    change(time=2e9, plan=("hoist_row", "hoist_range"), outcome="slower", module=HOSTILE, reason=HOSTILE, ratio=0.5),
    change(time=1.5e9, plan=(), rule="hoist_range", chooser="trm", model_version="1.0.0", propensity=0.5),
]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FeedbackStore:
    """The user's store, with three rows."""
    monkeypatch.setattr("noodlecore_trm.feedback.store.SYNCHRONOUS", "OFF")
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    store = FeedbackStore(tmp_path / "cache" / "feedback.sqlite3", keep_source=True)
    store.write(ROWS)
    return store


def succeeds(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    capfd.readouterr()
    assert main(arguments) == 0
    out, err = capfd.readouterr()
    return out, err


def fails(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    capfd.readouterr()
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("noodle-trm: ")
    assert err.count("\n") == 1
    return err.removeprefix("noodle-trm: ").rstrip("\n")


# files


@pytest.mark.parametrize(("write", "read"), [(write_json_lines, read_json_lines), (write_parquet, read_parquet)])
def test_rows_through_a_file(write: Any, read: Any) -> None:
    file = io.BytesIO()
    assert write(iter(ROWS), file, keep_source=True) == 3
    file = io.BytesIO(file.getvalue())
    assert list(read(file)) == ROWS
    file = io.BytesIO()
    write(ROWS, file)
    assert b"def f()" not in file.getvalue()
    assert [row.source for row in read(io.BytesIO(file.getvalue()))] == ["", "", ""]
    file = io.BytesIO()
    assert write([], file) == 0
    assert list(read(io.BytesIO(file.getvalue()))) == []


GOOD = json.dumps(ROWS[0].to_dict())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{GOOD}\n\n{{", "line 3 is not JSON"),
        ("[" * 100_000, "line 1 is not JSON"),
        ("5", "line 1 is no object"),
        (GOOD.replace('"ratio": 1.5', '"ratio": NaN'), "line 1: ratio is no finite number: nan"),
        (GOOD.replace('"ratio": 1.5', '"ratio": 1e999'), "line 1: ratio is no finite number: inf"),
        (GOOD.replace('"ratio": 1.5', f'"ratio": {"9" * 5000}'), "line 1 is not JSON"),
        (GOOD.replace('"ratio": 1.5', f'"ratio": {"9" * 400}'), "line 1: ratio is no ratio: 999"),
        (GOOD.replace('"ratio": 1.5', '"ratio": true'), "line 1: ratio is no finite number: True"),
        (GOOD.replace('"outcome": "kept"', '"outcome": {}'), "line 1: outcome is none of"),
        (GOOD.replace('"module": ""', '"module": "\\ud800"'), "line 1: module holds what no file can"),
        (GOOD.replace('"key": "', '"key": "0'), "line 1: key is no digest"),
        (GOOD.replace('{"ir_hash"', '{"id": 5, "ir_hash"'), "line 1: there is no field 'id'"),
        ("\ufffd\ufffd", "line 1 is not JSON"),
    ],
)
def test_lines_that_are_no_rows(text: str, message: str) -> None:
    with pytest.raises(BadRows, match=re.escape(message)):
        list(read_json_lines(io.BytesIO(text.encode("utf-8", "surrogatepass"))))


def test_a_line_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("noodlecore_trm.feedback.exchange._LONGEST_LINE", 1000)
    with pytest.raises(BadRows, match="line 1 is longer than 1,000 bytes"):
        list(read_json_lines(io.BytesIO(b" " * 5000)))


def test_parquet_that_holds_something_else() -> None:
    import pyarrow
    from pyarrow import parquet

    with pytest.raises(BadRows, match="no Parquet: "):
        list(read_parquet(io.BytesIO(b"PAR1 not at all PAR1")))
    file = io.BytesIO()
    parquet.write_table(pyarrow.table({"ratio": [1.0], "what": ["?"]}), file)
    with pytest.raises(BadRows, match="row 1: there is no field 'what'"):
        list(read_parquet(io.BytesIO(file.getvalue())))


# the command


def test_show(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    out, err = succeeds(capfd, "feedback", "show")
    assert err == f"{store.path}: 3 rows\n2 kept, 1 slower\n"
    lines = out.splitlines()
    assert len(lines) == 3
    assert "hoist_row, hoist_range: 0.500 times as fast, slower, chosen by nobody" in lines[0]
    assert "\x1b" not in out
    assert lines[1].endswith("  nothing: not measured, kept, chosen by trm 1.0.0")
    assert lines[2].endswith("  hoist_row: 1.500 times as fast [1.250, 1.750], kept, chosen by nobody")
    out, err = succeeds(capfd, "feedback", "show", "--outcome", "slower", "--limit", "1")
    assert len(out.splitlines()) == 1
    assert ": 1 row\n" in err
    out, err = succeeds(capfd, "feedback", "show", "--since", "2033-01-01", "--rule", "hoist_row")
    assert (out, err) == ("", f"{store.path}: 0 rows\n")


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.parquet"])
def test_export_and_import(store: FeedbackStore, name: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert succeeds(capfd, "feedback", "export", name)[1] == "wrote 3 rows\n"
    assert b"def f()" not in Path(name).read_bytes()
    assert Path(name).stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]
    assert succeeds(capfd, "feedback", "import", name)[1] == "0 rows of 3 were new\n"
    other = ("--store", "other.sqlite3")
    assert succeeds(capfd, "feedback", "import", name, *other)[1] == "3 rows of 3 were new\n"
    assert succeeds(capfd, "feedback", "import", name, *other)[1] == "0 rows of 3 were new\n"
    assert {row.key for row in FeedbackStore("other.sqlite3").rows()} == {row.key for row in ROWS}
    assert succeeds(capfd, "feedback", "export", name, "--outcome", "kept")[1] == "wrote 2 rows\n"


def test_sources_leave_the_store_only_when_asked_for(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = succeeds(capfd, "feedback", "export", "-", "--since", "2001-01-01")
    assert len(out.splitlines()) == 3
    assert "def f()" not in out
    succeeds(capfd, "feedback", "export", "all.jsonl", "--keep-source")
    assert "def f()" in Path("all.jsonl").read_text()
    succeeds(capfd, "feedback", "import", "all.jsonl", "--store", "a.sqlite3")
    assert {row.source for row in FeedbackStore("a.sqlite3").rows()} == {""}
    succeeds(capfd, "feedback", "import", "all.jsonl", "--store", "b.sqlite3", "--keep-source")
    assert {row.source for row in FeedbackStore("b.sqlite3").rows()} == {"", "def f(): ..."}


def test_import_from_standard_input(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = json.dumps(change().to_dict()).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert succeeds(capfd, "feedback", "import", "-")[1] == "1 row of 1 were new\n"


def test_import_takes_all_or_nothing(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    Path("bad.jsonl").write_text(f"{json.dumps(change().to_dict())}\n{{}}\n")
    assert fails(capfd, "feedback", "import", "bad.jsonl") == (
        "bad.jsonl: line 2: key is missing; nothing was stored"
    )
    assert store.count() == 3


def test_an_export_that_fails_leaves_the_file_there(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def rows(*_: object, **__: object) -> Iterator[MeasuredChange]:
        yield from ROWS
        raise StoreError("the store is no more")

    monkeypatch.setattr(FeedbackStore, "rows", rows)
    Path("rows.jsonl").write_text("before")
    assert fails(capfd, "feedback", "export", "rows.jsonl") == "the store is no more"
    assert Path("rows.jsonl").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "rows.jsonl"]


def test_an_export_takes_the_place_of_no_device_link_or_read_only_file(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_text("before")
    (tmp_path / "link.jsonl").symlink_to(kept)
    assert fails(capfd, "feedback", "export", "link.jsonl") == "link.jsonl: it is a symlink"
    kept.chmod(0o444)
    assert fails(capfd, "feedback", "export", "kept.jsonl") == "kept.jsonl: read-only"
    assert kept.read_text() == "before"
    kept.chmod(0o640)
    succeeds(capfd, "feedback", "export", "kept.jsonl")
    assert kept.stat().st_mode & 0o777 == 0o640
    assert fails(capfd, "feedback", "export", "cache") == "cache: it is a directory"
    os.mkfifo("pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_bytes()))
    reader.start()
    succeeds(capfd, "feedback", "export", "pipe")
    reader.join()
    assert read == [kept.read_bytes()]
    assert Path("pipe").is_fifo()


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("time = 1e12", "time is below 0 or too large"),
        ("outcome = CAST(x'ff' AS TEXT)", "outcome is none of"),
        ("key = 5", "key is no bytes"),
    ],
)
def test_a_row_that_cannot_be_is_left_out(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], harm: str, problem: str
) -> None:
    connection = sqlite3.connect(store.path)
    connection.execute("DROP TRIGGER tally_insert")
    connection.execute("DROP TRIGGER tally_delete")
    connection.execute(f"UPDATE change SET {harm} WHERE id = 2")
    connection.commit()
    connection.close()
    for arguments in (("show",), ("export", "-")):
        out, err = succeeds(capfd, "feedback", *arguments)
        assert len(out.splitlines()) == 2
        assert f"{store.path}: a row is left out for what no row may hold; row 2: {problem}" in err


def test_a_report_passes_over_days_that_cannot_be(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    connection = sqlite3.connect(store.path)
    connection.execute("UPDATE tally SET day = 1e12 / 86400 WHERE outcome = 'slower'")
    connection.commit()
    connection.close()
    succeeds(capfd, "report")
    assert sum(each.group.changes for each in tallies(store)) == 2


def test_prune(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    assert succeeds(capfd, "feedback", "prune", "--before", "2010-01-01")[1] == "dropped 1 row\n"
    assert succeeds(capfd, "feedback", "prune", "--most", "1")[1] == "dropped 1 row\n"
    assert [row.time for row in store.rows()] == [2e9]
    assert fails(capfd, "feedback", "prune") == "nothing is dropped without --before or --most"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "gone.jsonl"), "gone.jsonl: no such file or directory"),
        (("show", "--store", "gone.sqlite3"), "gone.sqlite3: no such file"),
        (("export", "no/where.jsonl"), "no/where.jsonl: no such file or directory"),
        (("show", "--since", "yesterday"), "--since: 'yesterday' is no time such as"),
        (("show", "--limit", "-1"), "--limit"),
        (("prune", "--most", "few"), "--most: 'few' is not a whole number"),
        (("drop",), "invalid choice: 'drop'"),
        ((), "the following arguments are required: ACTION"),
        (("show", "--store", "/dev/null/x"), "/dev/null/x: no such file"),
        (("import", "rows.jsonl", "--store", "/dev/null/x"), "/dev/null/x: Not a directory"),
        (("show", "--store", "text.db"), "text.db"),
    ],
)
def test_mistakes(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    Path("text.db").mkdir()
    Path("rows.jsonl").write_text(GOOD)
    assert message in fails(capfd, "feedback", *arguments)


def test_without_pyarrow(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    wanted = "Parquet needs pyarrow: pip install 'noodlecore-trm[parquet]'"
    assert fails(capfd, "feedback", "export", "rows.parquet") == wanted
    assert not Path("rows.parquet").exists()
    Path("rows.parquet").write_bytes(b"")
    assert fails(capfd, "feedback", "import", "rows.parquet") == wanted


def test_moments() -> None:
    assert moment("2h") == pytest.approx(time.time() - 7200, abs=60)
    assert moment("3w") == pytest.approx(time.time() - 3 * 604_800, abs=60)
    assert moment("1970-01-01T00:00+00:00") == 0.0


# means


def test_tallies_are_those_of_the_rows(store: FeedbackStore) -> None:
    more = [change(ratio=math.exp(number / 50), predicted=2.0, time=1e9 + 86400 * number) for number in range(1, 40)]
    store.write(more)
    store.prune(before=1.0000001e9)
    rows = list(store.rows())
    found = tallies(store)
    assert sum(each.group.changes for each in found) == len(rows)
    for rule, group in grouped(found, lambda each: each.rule).items():
        mine = [row for row in rows if row.rule == rule]
        logs = [math.log(row.ratio) for row in mine if row.ratio is not None]
        assert (group.changes, group.measured) == (len(mine), len(logs))
        if logs:
            assert group.ratio == pytest.approx(math.exp(sum(logs) / len(logs)))
    assert {each.day for each in tallies(store, since=1.4e9)} == {int(1.5e9 // 86400), int(2e9 // 86400)}
    assert store.counts() == store.counts(Selection(since=0.0)) == {"kept": 40, "slower": 1}
    store.prune(most=0)
    assert tallies(store) == []


def test_the_interval_of_a_mean() -> None:
    logs = [0.1, 0.2, 0.3, 0.4]
    group = Group(4, 4, sum(logs), sum(each * each for each in logs))
    assert group.ratio == pytest.approx(math.exp(0.25))
    deviation = math.sqrt(sum((each - 0.25) ** 2 for each in logs) / 3)
    low, high = group.interval
    assert math.log(high / low) == pytest.approx(2 * 1.96 * deviation / 2, rel=1e-3)
    assert Group(1, 1, 0.1, 0.01).interval == (0.0, math.inf)
    assert math.isnan(Group(3).ratio)


# the page


class Page(HTMLParser):
    """What a browser would make of it: the elements with their attributes, and the text outside of style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_report_on_rows_that_mean_harm(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    store.write(
        change(
            time=1.99e9 + 86400 * number, ratio=1.1 + 0.01 * number, predicted=1.2, chooser="trm",
            model_version=HOSTILE, fallback_reason=HOSTILE, interpreter=HOSTILE[:64],
        )
        for number in range(12)
    )  # fmt: skip
    assert succeeds(capfd, "report") == ("", "wrote noodle-report.html\n")
    text = Path("noodle-report.html").read_text("utf-8")
    page = Page(text)
    names = {name for name, _ in page.elements}
    assert "script" not in names
    assert names >= {"svg", "table", "details", "figure"}
    titles = re.findall("<h2>(.*?)</h2>", text)
    assert titles == [
        "Gain over time", "Gain by rule", "Gain by version of the model", "Fallbacks", "Calibration of predictions"
    ]  # fmt: skip
    for name, attributes in page.elements:
        for key, value in attributes.items():
            assert not key.startswith("on"), (name, key)
            assert key not in ("src", "href", "xlink:href") or (value or "").startswith("#"), (name, key, value)
            assert "url(" not in (value or "") or re.search(r"url\(#\w+\)", value or ""), (name, key, value)
    policy = [each for name, each in page.elements if name == "meta" and each.get("http-equiv")]
    assert policy[0]["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert "<script>alert(1)</script>&\"'$\\frac{1}{0$ 中文 \\x1b[31m --> ]]> %s {0}" in page.text
    assert "\x1b" not in text
    pictures = re.findall("<svg .*?</svg>", text, re.DOTALL)
    assert len(pictures) == len(titles)
    for picture in pictures:
        ElementTree.fromstring(picture)


def test_a_report_says_the_numbers(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    store.write(change(time=1.9e9 + number, ratio=1.21, predicted=1.1, rule="hoist_row") for number in range(4))
    succeeds(capfd, "report", "-o", "here.html", "-q", "--since", "2030-01-01")
    text = Path("here.html").read_text("utf-8")
    assert "<tr><td>hoist_row</td><td>4</td><td>4</td><td>1.210</td><td>1.210 to 1.210</td></tr>" in text
    assert "<tr><td>1.100</td><td>4</td><td>4</td><td>1.210</td><td>1.210 to 1.210</td></tr>" in text
    assert "<tr><td>several together</td><td>1</td><td>1</td><td>0.500</td><td>-</td></tr>" in text
    assert "There were none: the wanted chooser served 5 changes." in text
    assert "<tr><td>2030-03-17</td>" in text


def test_a_report_on_nothing(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    store.prune(most=0)
    succeeds(capfd, "report")
    assert "No change was measured yet." in Path("noodle-report.html").read_text("utf-8")


def test_a_report_without_matplotlib(
    store: FeedbackStore, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert fails(capfd, "report") == "a report needs matplotlib: pip install 'noodlecore-trm[report]'"
    assert not Path("noodle-report.html").exists()


def test_a_report_that_cannot_be_written(store: FeedbackStore, capfd: pytest.CaptureFixture[str]) -> None:
    assert fails(capfd, "report", "-o", "cache") == "cache: it is a directory"
