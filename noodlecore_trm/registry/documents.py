"""JSON documents that say themselves whether they are whole, and files that are there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from noodlecore_trm.files import parse_json


class Damaged(ValueError):
    """Something that is not as it was written; the message says what and where."""


def sealed(document: Mapping[str, Any]) -> bytes:
    """A document as text, with its digest."""
    return (json.dumps({**document, "digest": digest_of(document)}, indent=1, sort_keys=True) + "\n").encode()


def unsealed(path: Path, schema: str) -> dict[str, Any]:
    """The document in a file, without its digest. Raises Damaged if it is another one than was written, and OSError."""
    try:
        document = parse_json(path.read_bytes())
        digest = document.pop("digest")
        found = document["schema"]
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Damaged(f"{path}: it is damaged: {' '.join(str(problem).split())}") from None
    if digest != digest_of(document):
        raise Damaged(f"{path}: it is damaged: its digest is another")
    if found != schema:
        raise Damaged(f"{path}: of another kind: {found}, not {schema}")
    return dict(document)


def digest_of(document: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


def write_new(path: Path, whole: bytes) -> None:
    """
    Write a file that is not there yet, down to the disk. Raises FileExistsError if it is, and OSError; what could not
    be finished is taken away, or, where the process ends before, is not whole.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    try:
        try:
            view = memoryview(whole)
            while view:
                view = view[os.write(descriptor, view) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """What was put into a folder stays there when the power goes."""
    with suppress(OSError):  # not every system can
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
