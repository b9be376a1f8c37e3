"""What the tests of the command line share: the pretended pipeline, here and in other processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

FAKE = Path(__file__).parent / "fake_pipeline"


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NOODLE_TRM_")}
    search = os.pathsep.join([str(FAKE), str(Path(__file__).parent.parent)])
    return kept | {"PYTHONPATH": search, "NOODLE_TRM_CACHE_DIR": str(tmp_path / "cache"), **more}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "noodlecore_trm", *map(str, arguments)]


def start(
    tmp_path: Path, *arguments: str | Path, cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run noodle-trm in a process of its own, with the pretended pipeline."""
    return subprocess.run(
        command(*arguments), capture_output=True, env=environment(tmp_path, **more), cwd=cwd or tmp_path, timeout=120
    )


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[str]]:
    """The pretended pipeline in this process, in an empty directory; gives the list of files it was called on."""
    monkeypatch.syspath_prepend(str(FAKE))
    import pretended

    monkeypatch.setitem(sys.modules, "noodlecore_trm.pipeline", pretended)
    for name in [name for name in os.environ if name.startswith("NOODLE_TRM_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", str(FAKE))  # for worker processes
    monkeypatch.setenv("NOODLE_TRM_CACHE_DIR", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    pretended.CALLS.clear()
    yield pretended.CALLS
    pretended.CALLS.clear()
