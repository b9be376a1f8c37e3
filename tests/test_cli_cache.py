from __future__ import annotations

import errno
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from cli_harness import command, environment, pretend  # noqa: F401

from noodlecore_trm.cli import main
from noodlecore_trm.cli.cache import Cache, fingerprint
from noodlecore_trm.receipts import FileReceipt

pytestmark = pytest.mark.usefixtures("pretend")
RECEIPT = FileReceipt("a.py", "changed")


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_second_run_asks_the_cache(
    pretend: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]  # noqa: F811
) -> None:
    Path("a.py").write_bytes(b"slow\n")
    Path("b.py").write_bytes(b"fast\n")
    assert main(["optimize", "a.py", "b.py"]) == 0
    first = capfdbinary.readouterr()
    assert pretend == ["a.py", "b.py"]
    assert len(entries(tmp_path / "cache")) == 2
    assert main(["optimize", "a.py", "b.py"]) == 0
    assert capfdbinary.readouterr() == first
    assert pretend == ["a.py", "b.py"]
    os.rename("a.py", "c.py")
    assert main(["optimize", "c.py"]) == 0
    assert b"+++ b/c.py\n" in capfdbinary.readouterr().out
    assert len(pretend) == 2
    assert main(["optimize", "c.py", "--max-rewrites", "1"]) == 0
    assert main(["optimize", "c.py", "--no-cache"]) == 0
    assert main(["optimize", "c.py", "--measure"]) == 0
    assert main(["optimize", "c.py", "--measure"]) == 0
    assert len(pretend) == 6


def test_damaged_entries_are_replaced(pretend: list[str], tmp_path: Path) -> None:  # noqa: F811
    Path("a.py").write_bytes(b"slow\n")
    main(["optimize", "a.py"])
    (entry,) = entries(tmp_path / "cache")
    good = entry.read_bytes()
    for bad in (b"", good[:-1], good[:40], good.replace(b"fast", b"evil"), b"\xff" * 100, b"noodle-trm-1 x\n{}"):
        entry.write_bytes(bad)
        before = len(pretend)
        assert main(["optimize", "a.py"]) == 0
        assert len(pretend) == before + 1
        assert b'"path"' in entry.read_bytes()
        assert entry.read_bytes() != bad


def test_a_cache_that_cannot_be_used_never_fails_a_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Path("a.py").write_bytes(b"slow\n")
    (tmp_path / "file").write_bytes(b"")
    for folder in ("/proc/nowhere", str(tmp_path / "file"), str(tmp_path / "file" / "below"), "/dev/null"):
        monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", folder)
        assert main(["optimize", "a.py"]) == 0
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path / "full"))

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr("noodlecore_trm.cli.writing.os.write", full)
        assert main(["optimize", "a.py"]) == 0
    assert entries(tmp_path / "full") == []


def test_parallel_runs_share_it(tmp_path: Path) -> None:
    for number in range(8):
        Path(f"m{number}.py").write_bytes(b"slow\n# %d\n" % number)
    environ = environment(tmp_path)
    runs = [
        subprocess.Popen(
            command("optimize", ".", "--jobs", "2"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ
        )
        for _ in range(3)
    ]
    outputs = {run.communicate(timeout=120) for run in runs}
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert len(outputs) == 1
    assert len(entries(tmp_path / "cache")) == 8


def test_it_is_bounded(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "small", "x")
    for number in range(10):
        source = b"%d" % number
        cache.put(source, RECEIPT, b"y" * 1000)
        os.utime(cache._path(source), (number, number))
    leftover = cache._path(b"0").parent / f".noodle-{'1' * 16}.tmp"
    leftover.write_bytes(b"")
    os.utime(leftover, (1, 1))
    sizes = {path.stat().st_size for path in entries(tmp_path / "small") if path != leftover}
    cache.prune(3 * max(sizes))
    assert [cache.get(b"%d" % number, "p") is not None for number in range(10)] == [False] * 7 + [True] * 3
    assert not leftover.exists()


def test_what_it_did_not_write_stays(tmp_path: Path) -> None:
    others = [tmp_path / "ui" / "a.js", tmp_path / "be" / "b.tmp", tmp_path / "be" / "c.py", tmp_path / "ca"]
    for path in others:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"precious")
        os.utime(path, (1, 1))
    cache = Cache(tmp_path, "x")
    cache.put(b"1", RECEIPT, b"y")
    cache.prune(0)
    assert cache.get(b"1", "p") is None
    assert [path.read_bytes() for path in others] == [b"precious"] * 4


def test_only_settled_results_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c", "x")
    cache.put(b"1", replace(RECEIPT, status="failed"), b"")
    assert entries(tmp_path / "c") == []
    cache.put(b"2", RECEIPT, b"after")
    kept = cache.get(b"2", "elsewhere.py")
    assert kept == (replace(RECEIPT, path="elsewhere.py"), b"after")
    assert Cache(tmp_path / "c", "y").get(b"2", "elsewhere.py") is None


def test_what_the_fingerprint_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text("1")
    options = {"profile": str(profile), "chooser": "classic"}
    first = fingerprint(options)
    assert first == fingerprint(options)
    assert first != fingerprint(options | {"chooser": "search"})
    profile.write_text("2")
    assert first != fingerprint(options)
    second = fingerprint(options)
    data = tmp_path / "noodlecore-trm"
    data.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (data / "feedback.sqlite3-wal").write_text("what was measured")
    assert second == fingerprint(options)
    (data / "calibration.json").write_text("what is expected")
    assert second != fingerprint(options)
    second = fingerprint(options)
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", "/some/model")
    assert second != fingerprint(options)
    model, beside = tmp_path / "m.safetensors", tmp_path / "m.int4.safetensors"
    monkeypatch.setenv("NOODLE_TRM_MODEL_PATH", str(model))
    seen = {fingerprint(options | {"precision": "int4"})}
    for path in (model, beside):
        path.write_text("a model")
        seen.add(fingerprint(options | {"precision": "int4"}))
    assert len(seen) == 3
    assert fingerprint(options | {"tests": "pytest"}) is None
    assert fingerprint(options | {"calls": "calls.json"}) is None
