"""The user's own commands, run in a copy of the project they belong to."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Final

_NOT_COPIED: Final = (
    ".git",
    ".hg",
    ".svn",
    "__pycache__",
    ".venv",
    "venv",
    ".tox",
    ".nox",
    "node_modules",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
)


def place_in(root: Path, path: Path) -> Path:
    """The path relative to the root. Raises ValueError if it is not inside."""
    try:
        return path.resolve().relative_to(root.resolve())
    except ValueError:
        raise ValueError(f"{path} is not inside {root}") from None


def copy_project(root: Path, copy: Path) -> None:
    """Copy a folder without what is made or downloaded in it."""
    shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(*_NOT_COPIED))


def run_command(command: str, tree: Path, cache: Path, timeout: float) -> tuple[int, str] | None:
    """
    Exit code and output of a shell command run in `tree`, or None if it does not end within `timeout` seconds.

    The byte code of whatever it imports lands in `cache`, which shows what was imported.
    """
    places = [str(tree), *([str(tree / "src")] if (tree / "src").is_dir() else [])]
    environment = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": os.pathsep.join([*places, *filter(None, [os.environ.get("PYTHONPATH")])]),
        "PYTHONPYCACHEPREFIX": str(cache),
        "PYTHONHASHSEED": "0",
        "PYTEST_ADDOPTS": f"{os.environ.get('PYTEST_ADDOPTS', '')} -rA -p no:cacheprovider".strip(),
    }
    process = subprocess.Popen(
        command,
        shell=True,
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        raw, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        return None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return process.returncode, raw.decode("utf-8", "replace")
