"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Final

from noodlecore_trm.cli.console import CommandError, one_line

FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""Errors after which trying the next file makes no sense."""

TEMPORARY: Final = re.compile(r"\.noodle-[0-9a-f]{16}\.tmp")
"""The name of a file that is being written, or was when its process ended."""


class NotWritten(Exception):
    """Why a file was left as it was, in a few words."""


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _sync_folder(folder: str) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _replaced(
    path: str, *, like: os.stat_result | None = None, mode: int | None = None, lasting: bool = True
) -> Iterator[int]:
    """
    The descriptor of a temporary file in the same directory, which is renamed to `path` at the end.

    The file gets the mode bits and, where possible, the owner of `like`; or `mode`; or the mode
    of any new file. Without `lasting` it is not forced to the disk. Raises OSError, and leaves
    nothing behind.
    """
    folder = os.path.dirname(path) or "."
    temporary = os.path.join(folder, f".noodle-{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    bits = mode if like is None else stat.S_IMODE(like.st_mode)
    # Another user must not read a private file through its temporary copy.
    descriptor = os.open(temporary, flags, 0o666 if bits is None else 0o600)
    try:
        try:
            yield descriptor
            if like is not None and hasattr(os, "fchown"):
                with suppress(OSError):
                    os.fchown(descriptor, like.st_uid, like.st_gid)
            if bits is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, bits)
            if lasting:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    if lasting:
        _sync_folder(folder)


def write_atomically(
    path: str, data: bytes, *, like: os.stat_result | None = None, mode: int | None = None, lasting: bool = True
) -> None:
    """Put a file there in one step, as `_replaced` does. Raises OSError, and leaves nothing behind."""
    with _replaced(path, like=like, mode=mode, lasting=lasting) as descriptor:
        _write_all(descriptor, data)


@contextmanager
def open_output(path: str, *, mode: int | None = None) -> Iterator[IO[bytes]]:
    """
    An output file for what is too large to be held: there whole at the end, or not at all; devices and pipes are
    written to directly.

    The file takes its mode bits from the one it replaces or else `mode`. Raises NotWritten for a read-only or
    symlinked one, CommandError where it would take the place of a Python file, and OSError.
    """
    spare_program(path)
    status = _status_of_output(path)
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(path, "wb") as device:
            yield device
        return
    with _replaced(path, like=status, mode=mode) as descriptor, open(descriptor, "wb", closefd=False) as file:
        yield file


def _refuse_read_only(path: str, status: os.stat_result) -> None:
    # A rename would replace it all the same, and the superuser may write anywhere.
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise NotWritten("read-only")


def rewrite(path: str, before: bytes, after: bytes) -> None:
    """
    Replace the contents of an existing regular file, through no symlink.

    Raises NotWritten if the file is read-only or no longer holds `before`, and OSError.
    """
    status = os.stat(path)
    _refuse_read_only(path, status)
    with open(path, "rb") as file:
        if file.read() != before:
            raise NotWritten("it changed on disk meanwhile")
    write_atomically(path, after, like=status)


def spare_program(path: str, option: str = "") -> None:
    """
    Raises CommandError, which names the `option` if there is one, where an output would take the place of a Python
    file. For commands with much to do before they write.
    """
    if path.lower().endswith((".py", ".pyi", ".pyw")) and os.path.exists(path):
        raise CommandError(f"{option} {path}: it is a Python file, which would be lost".lstrip())


@contextmanager
def told(path: str, also: str = "") -> Iterator[None]:
    """Raises CommandError, which names the file, for what keeps it from being written."""
    try:
        yield
    except NotWritten as error:
        raise CommandError(f"{path}: {error}{also}") from None
    except OSError as error:
        raise CommandError(f"{path}: {one_line(error)}{also}") from None


def check_output(path: str) -> None:
    """
    Raises CommandError where `write_output` would refuse a file, or its folder cannot be written to. For commands with
    much to do before they write.
    """
    spare_program(path)
    with told(path):
        status = _status_of_output(path)
    if status is not None and not stat.S_ISREG(status.st_mode):
        return
    folder = os.path.dirname(os.path.abspath(path))
    while not os.path.lexists(folder):
        folder = os.path.dirname(folder)
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        raise CommandError(f"{path}: {folder} cannot be written to")


def _status_of_output(path: str) -> os.stat_result | None:
    """What stands where a file is to go; None for nothing. Raises NotWritten if it must stay, and OSError."""
    if path.endswith(os.sep) or os.path.basename(path) in ("", ".", ".."):
        raise NotWritten("it is a directory")
    try:
        status = os.stat(path)
    except FileNotFoundError:
        status = None
    if status is not None and stat.S_ISDIR(status.st_mode):
        raise NotWritten("it is a directory")
    if status is None or stat.S_ISREG(status.st_mode):
        if os.path.islink(path):
            raise NotWritten("it is a symlink")
        if status is not None:
            _refuse_read_only(path, status)
    return status


def deliver(path: str, data: bytes) -> None:
    """`write_output` for a command that ends if it cannot. Raises CommandError."""
    with told(path):
        write_output(path, data)


def write_output(path: str, data: bytes, like: str | None = None, *, program: bool = False) -> None:
    """
    Write an output file, making its directories; devices and pipes are written to directly.

    The file takes its mode bits from the one it replaces or else from `like`. Raises NotWritten for a
    read-only or symlinked one, CommandError where no `program` would take the place of a Python file, and OSError.
    """
    if not program:
        spare_program(path)
    status = _status_of_output(path)
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(path, "wb", buffering=0) as device:
            _write_all(device.fileno(), data)
        return
    if status is not None:
        write_atomically(path, data, like=status)
        return
    if folder := os.path.dirname(path):
        os.makedirs(folder, exist_ok=True)
    mode = None
    if like is not None:
        with suppress(OSError):
            # Writable, or the next run could not replace it.
            mode = stat.S_IMODE(os.stat(like).st_mode) & 0o777 | stat.S_IWUSR
    write_atomically(path, data, mode=mode)
