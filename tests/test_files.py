"""Files that are there whole or not at all, and JSON that anybody may have written."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from noodlecore_trm.choosers.table import table_path
from noodlecore_trm.cli import main
from noodlecore_trm.files import parse_json, write_whole
from noodlecore_trm.ir.recursion import deep_recursion

NESTED = "[" * 200_000 + "]" * 200_000
CLAMP = "def clamp(value, low, high):\n    return max(low, min(value, high))\n"


@pytest.mark.parametrize("document", [{"a": [1, {"b": "[[{" * 500 + '\\"[' * 500}]}, [[[]]] * 300, "x", 1.5, None])
def test_json_as_it_is(document: object) -> None:
    text = json.dumps(document)
    assert parse_json(text) == parse_json(text.encode()) == document


def test_what_is_no_json() -> None:
    deep = "[" * 101 + "]" * 101
    with deep_recursion():
        for text in (NESTED, NESTED.encode(), deep, '{"a":' * 101 + "1" + "}" * 101):
            with pytest.raises(ValueError, match="nested too deep"):
                parse_json(text)
    assert parse_json(deep[1:-1])
    for text in ("", "{", "[1,]", '"[', "]]]", "\udcff"):
        with pytest.raises(ValueError):  # noqa: PT011  (json says it in many ways)
            parse_json(text)


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_text("before")

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("noodlecore_trm.files.os.fsync", fail)
    with pytest.raises(OSError, match="no space left") as problem:
        write_whole(tmp_path / "x", b"after")
    assert problem.value.filename == str(tmp_path / "x")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x", "before")]


def test_documents_of_brackets_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    Path("clamp.py").write_text(CLAMP)
    Path("nested.json").write_text(NESTED)
    save_file({"a": np.zeros(1, np.float32)}, "m.safetensors", {"noodlecore-trm": NESTED})
    assert main(["optimize", "clamp.py", "--no-cache", "--profile", "nested.json"]) == 2
    assert "clamp.py: nested.json: not a profile: not JSON" in capsys.readouterr().err
    assert main(["quantize", "m.safetensors", "--precision", "int4"]) == 2
    assert capsys.readouterr().err == "noodle-trm: m.safetensors: no model: nested too deep\n"
    assert main(["optimize", "clamp.py", "--no-cache", "-q"]) == 0
    whole = capsys.readouterr()
    table = table_path()
    os.makedirs(table.parent)
    table.write_text(NESTED)
    assert main(["optimize", "clamp.py", "--no-cache", "-q"]) == 0
    assert capsys.readouterr() == whole
    Path("pyproject.toml").write_text(f"[tool.noodle-trm]\nselect = {NESTED}\n")
    assert main(["optimize", "clamp.py"]) == 2
    assert capsys.readouterr().err.startswith(f"noodle-trm: {tmp_path / 'pyproject.toml'}: ")
