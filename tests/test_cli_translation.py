"""The commands that need the real translator."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from noodlecore_trm.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path / "cache"))


def test_coverage_counts(capsys: Capture) -> None:
    Path("src/deep").mkdir(parents=True)
    Path("src/a.py").write_text("def f(x):\n    def g():\n        return x\n    return g\n")
    Path("src/deep/b.py").write_text("class A:\n    def m(self):\n        return [i for i in self]\n")
    Path("src/bad.py").write_text("def (:\n")
    Path("src/notes.txt").write_text("def f(): pass\n")
    assert main(["coverage", "src", "--json"]) == 0
    out, err = capsys.readouterr()
    counts = json.loads(out)
    assert {key: counts[key] for key in ("files", "functions", "understood", "failed", "lines")} == {
        "files": 2, "functions": 3, "understood": 3, "failed": 1, "lines": 7,
    }
    assert counts["constructs"]["def"] == 3
    assert counts["constructs"]["comprehension"] == 1
    assert err.startswith("src/bad.py:1:5: ")
    assert main(["coverage", "src"]) == 0
    assert "3 of 3 functions understood (100.00%)\n" in capsys.readouterr().out
    assert main(["coverage", "src/bad.py"]) == 2
    assert main(["coverage", "src/none.py"]) == 2


def test_coverage_in_several_processes(capsys: Capture) -> None:
    for number in range(6):
        Path(f"m{number}.py").write_text("def f():\n    return 1\n")
    assert main(["coverage", ".", "--json", "--jobs", "2"]) == 0
    assert json.loads(capsys.readouterr().out)["functions"] == 6


def test_translate(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.py").write_text("x = 1 + y\n")
    assert main(["translate", "a.py"]) == 0
    out = capsys.readouterr().out
    assert '"noodle.store"' in out
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x = 1 + y\n")))
    assert main(["translate", "-"]) == 0
    assert '"noodle.store"' in capsys.readouterr().out
    Path("bad.py").write_text("def (:\n")
    assert main(["translate", "bad.py"]) == 2
    assert capsys.readouterr().err.startswith("noodle-trm: bad.py:1:5: ")
