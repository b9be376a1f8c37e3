"""Which files the paths on the command line mean."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from noodlecore_trm.cli.console import CommandError, one_line, plural

MOST_BYTES: Final = 5_000_000
SKIPPED: Final = frozenset({"build", "node_modules", "__pycache__"})


class Unreadable(Exception):
    """Why a file cannot be worked on, in a few words."""


@dataclass(frozen=True, slots=True)
class Input:
    """
    One file to work on.

    `path` is how to open and name it, `named` says that it was given itself rather than found in
    a directory, `inside` is its path below the directory (or its name), `root` the path given.
    """

    path: str
    named: bool
    inside: str
    root: str


@dataclass(slots=True)
class Found:
    """Inputs in a fixed order, and a line for each thing passed over."""

    inputs: list[Input] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _visible(folder: str, notes: list[str], outputs: frozenset[str]) -> Iterator[str]:
    """The Python files below a directory, sorted, symlinked directories not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        notes.append(f"{folder}: {one_line(error)}; passed over")
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                hidden = entry.name.startswith(".") or entry.name in SKIPPED
                if hidden or os.path.exists(os.path.join(entry.path, "pyvenv.cfg")):
                    continue
                if not outputs or os.path.realpath(entry.path) not in outputs:
                    yield from _visible(entry.path, notes, outputs)
            elif entry.name.endswith(".py") and not entry.is_dir():
                yield os.path.normpath(entry.path)
        except OSError as error:
            notes.append(f"{os.path.normpath(entry.path)}: {one_line(error)}; passed over")


def find(paths: Sequence[str], outputs: frozenset[str] = frozenset()) -> Found:
    """
    Expand paths to files: named ones as they are, directories to the `.py` files below them.

    Hidden directories, virtual environments, build, node_modules, __pycache__ and the real paths
    in `outputs` are passed over, unless named themselves. A file is listed once. Raises
    CommandError for a path that does not exist.
    """
    found = Found()
    seen: set[str] = set()
    # Named files first into `seen`, so that naming one in a named directory counts as naming it.
    named = {os.path.abspath(path) for path in paths if not os.path.isdir(path)}
    for path in paths:
        if os.path.isdir(path):
            before = len(found.inputs)
            for file in _visible(os.path.normpath(path), found.notes, outputs):
                key = os.path.abspath(file)
                if key not in seen:
                    seen.add(key)
                    inside = os.path.relpath(file, path)
                    found.inputs.append(Input(file, key in named, inside, path))
            if len(found.inputs) == before:
                found.notes.append(f"{path}: no Python files here")
        elif os.path.lexists(path):
            key = os.path.abspath(path)
            if key not in seen:
                seen.add(key)
                found.inputs.append(Input(os.path.normpath(path), True, os.path.basename(path), path))
        else:
            raise CommandError(f"{path}: no such file or directory")
    return found


def read(path: str) -> bytes:
    """
    The bytes of a regular file of at most MOST_BYTES. Raises Unreadable.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("it is a directory")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("not a regular file")
        if status.st_size > MOST_BYTES:
            raise Unreadable(f"{plural(status.st_size, 'byte')} are more than {MOST_BYTES:,}")
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise Unreadable("symlink to a missing file" if os.path.islink(path) else one_line(error)) from None
    except OSError as error:
        raise Unreadable(one_line(error)) from None
    except ValueError as error:  # a null byte in the name
        raise Unreadable(str(error)) from None
