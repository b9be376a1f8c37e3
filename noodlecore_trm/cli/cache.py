"""
Results of earlier runs, by content.

One file per entry, put there by a rename, so any number of runs may share the folder. Nothing
that goes wrong here ever fails a run: an entry that is missing, damaged or cannot be written
only means that the work is done again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.cli.version import version
from noodlecore_trm.cli.writing import TEMPORARY, write_atomically
from noodlecore_trm.feedback.changes import STORE
from noodlecore_trm.files import parse_json
from noodlecore_trm.receipts import FileReceipt

MOST_BYTES: Final = 200_000_000
_FORMAT: Final = b"noodle-trm-1 "
_STALE_SECONDS: Final = 3600
_SHARD: Final = re.compile("[0-9a-f]{2}")
_ENTRY: Final = re.compile("[0-9a-f]{62}")
_VARIABLES: Final = tuple(
    f"NOODLE_TRM_{name}"
    for name in ("MODEL_PATH", "QUANTIZATION", "DEVICE", "MODEL_VERSION", "ENABLE_FALLBACK", "FALLBACK_MODE",
                 "OPTIMIZATION_THRESHOLD")
)


def default_folder() -> Path:
    """NOODLE_TRM_CACHE_DIR, or the user's cache directory."""
    if chosen := os.environ.get("NOODLE_TRM_CACHE_DIR"):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("noodlecore-trm", appauthor=False)) / "results"


def _data_folder() -> Path:
    """Where the user's models and calibration are."""
    import platformdirs

    return Path(platformdirs.user_data_dir("noodlecore-trm", appauthor=False))


def _listing(folder: Path) -> Iterator[str]:
    """Names, sizes and times of the files below a folder, in a fixed order."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if name.startswith(STORE):
                continue  # what was measured changes no result before a model has learned it
            with suppress(OSError):
                status = os.stat(os.path.join(parent, name))
                yield f"{os.path.relpath(parent, folder)}/{name} {status.st_size} {status.st_mtime_ns}"


def fingerprint(options: Mapping[str, Any]) -> str | None:
    """
    A digest of everything but the source that a result depends on, or None if that cannot be told.

    That is the options, this package (so every rule and table of it), the interpreter, the user's
    models and calibration, and the files the options name. What running the user's own code shows,
    which may import anything, and what was timed is never kept.
    """
    if options.get("calls") or options.get("tests") or options.get("measure"):
        return None
    digest = hashlib.sha256()
    parts: list[str] = [version(), sys.version, sys.implementation.cache_tag or "", sys.platform]
    parts += [f"{name}={os.environ.get(name, '')}" for name in _VARIABLES]
    parts.append(json.dumps(options, sort_keys=True, default=list))
    parts += _listing(Path(__file__).resolve().parent.parent)
    parts += _listing(_data_folder())
    parts += _listing(Path(os.environ.get("NOODLE_TRM_MODELS", os.devnull)))
    if model := os.environ.get("NOODLE_TRM_MODEL_PATH"):
        from noodlecore_trm.choosers.trm import rung_path

        for path in (Path(model), rung_path(Path(model), options.get("precision", ""))):
            with suppress(OSError):
                status = os.stat(path)
                parts.append(f"{path.name} {status.st_size} {status.st_mtime_ns}")
    if profile := options.get("profile"):
        try:
            parts.append(hashlib.sha256(Path(profile).read_bytes()).hexdigest())
        except OSError:
            return None
    for part in parts:
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """Results under one fingerprint in one folder."""

    folder: Path
    fingerprint: str

    def _path(self, source: bytes) -> Path:
        key = hashlib.sha256(self.fingerprint.encode() + source).hexdigest()
        return self.folder / key[:2] / key[2:]

    def get(self, source: bytes, path: str) -> tuple[FileReceipt, bytes] | None:
        """The receipt (for `path`) and the optimized bytes kept for this source, if any."""
        entry = self._path(source)
        try:
            data = entry.read_bytes()
            head, _, payload = data.partition(b"\n")
            if head != _FORMAT + hashlib.sha256(payload).hexdigest().encode():
                return None
            text, _, optimized = payload.partition(b"\n")
            receipt = FileReceipt.from_dict(parse_json(text) | {"path": path})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        with suppress(OSError):
            os.utime(entry)  # the oldest are dropped first
        return receipt, optimized if receipt.status == "changed" else source

    def put(self, source: bytes, receipt: FileReceipt, optimized: bytes) -> None:
        """Keep a result; silently does nothing where that is not possible."""
        if receipt.status not in ("changed", "unchanged"):
            return
        if any("time" in function.fallback_reason for function in receipt.functions):
            return  # it may go differently next time
        text = json.dumps(receipt.to_dict() | {"path": ""}, separators=(",", ":")).encode()
        payload = text + b"\n" + (optimized if receipt.status == "changed" else b"")
        entry = self._path(source)
        with suppress(OSError):
            entry.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            head = _FORMAT + hashlib.sha256(payload).hexdigest().encode() + b"\n"
            write_atomically(str(entry), head + payload, lasting=False)

    def prune(self, most: int = MOST_BYTES) -> None:
        """
        Drop the entries used longest ago until there are at most `most` bytes of them. Other files in the folder are
        let be: it may be any that the user has named.
        """
        entries: list[tuple[float, int, str]] = []
        now = time.time()
        with suppress(OSError):
            for shard in os.scandir(self.folder):
                if not _SHARD.fullmatch(shard.name) or not shard.is_dir(follow_symlinks=False):
                    continue
                for entry in os.scandir(shard.path):
                    with suppress(OSError):
                        status = entry.stat(follow_symlinks=False)
                        if _ENTRY.fullmatch(entry.name):
                            entries.append((status.st_mtime, status.st_size, entry.path))
                        elif TEMPORARY.fullmatch(entry.name) and now - status.st_mtime > _STALE_SECONDS:
                            os.unlink(entry.path)
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= most:
                break
            with suppress(OSError):
                os.unlink(path)
            total -= size


def open_cache(options: Mapping[str, Any]) -> Cache | None:
    """The cache for these options, or None where results cannot be kept."""
    try:
        key = fingerprint(options)
        return None if key is None else Cache(default_folder(), key)
    except (OSError, RuntimeError):  # no home directory
        return None
