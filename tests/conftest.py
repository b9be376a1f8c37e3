from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""How long an example takes says how busy the machine is."""

os.environ.setdefault("OMP_NUM_THREADS", "1")
"""Before torch is loaded: several threads for such small tensors only wait for one another."""

collect_ignore_glob = ["fixtures/*"]
"""Fixtures are read, not run: one may be named after a reason that begins with `test_`."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing with them")
    parser.addoption("--hostile", type=int, default=80, help="hostile calls for each function of a fixture")


@pytest.fixture(autouse=True)
def no_calibration_of_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What this machine has measured for itself must not change what the tests see."""
    empty = Path(tmp_path_factory.getbasetemp()) / "no-data"
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(empty))


@pytest.fixture
def process_of_the_campaign() -> Iterator[None]:
    """As in a process of the campaign; what comes after it in this one finds all as it was."""
    from campaign import trace

    limit, hook, handler = sys.getrecursionlimit(), sys.unraisablehook, signal.getsignal(signal.SIGVTALRM)
    trace.prepare()
    yield
    sys.setrecursionlimit(limit)
    sys.unraisablehook = hook
    signal.signal(signal.SIGVTALRM, handler)


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As if no model had come with the package."""
    monkeypatch.delenv("NOODLE_TRM_MODEL_PATH", raising=False)
    monkeypatch.setattr("noodlecore_trm.choosers.trm._SHIPPED", tmp_path / "none.safetensors")
