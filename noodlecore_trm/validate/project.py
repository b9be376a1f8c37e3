"""The user's own commands, run in a copy of the project they belong to."""

from __future__ import annotations

import os
import shutil
import signal
import stat
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


_MOST_BYTES: Final = 4 << 30


class NotCopied(ValueError):
    """Tests cannot be run in a copy of their project; says why in one line."""

    def __init__(self, root: Path, problem: str) -> None:
        super().__init__(f"the tests need a copy of {root}: {problem}")


def place_in(root: Path, path: Path) -> Path:
    """The path relative to the root. Raises ValueError if it is not inside."""
    try:
        return path.resolve().relative_to(root.resolve())
    except ValueError:
        raise ValueError(f"{path} is not inside {root}") from None


def copy_project(root: Path, copy: Path) -> None:
    """
    Copy a folder without what is made or downloaded in it, and without sockets, pipes and devices. Raises NotCopied if
    that cannot be done, or it is too large to be a project.
    """
    try:
        shutil.copytree(root, copy, symlinks=True, ignore=_LeftOut(root))
    except shutil.Error as error:
        source, _, problem = error.args[0][0]
        raise NotCopied(root, f"{source}: {problem}") from None
    except OSError as error:
        raise NotCopied(root, str(error)) from None


class _LeftOut:
    """Which entries of a folder are not copied."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._bytes = 0

    def __call__(self, folder: str, names: list[str]) -> set[str]:
        left = {name for name in names if name in _NOT_COPIED}
        for name in set(names) - left:
            try:
                status = os.lstat(os.path.join(folder, name))
            except FileNotFoundError:  # it is gone already
                left.add(name)
                continue
            if stat.S_ISREG(status.st_mode):
                self._bytes += status.st_size
            elif not (stat.S_ISDIR(status.st_mode) or stat.S_ISLNK(status.st_mode)):
                left.add(name)
        if self._bytes > _MOST_BYTES:
            raise NotCopied(self._root, f"there are more than {_MOST_BYTES >> 30} GiB in it")
        return left


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
