"""Optimizing one file, in whatever process that happens."""

from __future__ import annotations

import hashlib
import os
import traceback
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from noodlecore_trm.cli.cache import Cache
from noodlecore_trm.cli.console import debugging, one_line
from noodlecore_trm.cli.files import Unreadable, read
from noodlecore_trm.errors import NoodleError
from noodlecore_trm.receipts import FileReceipt

if TYPE_CHECKING:
    from noodlecore_trm.options import Options
    from noodlecore_trm.pipeline import Reasoning

UNPARSED: Final = "does not parse: "
"""How the reason begins in the receipt of a file that does not parse."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to optimize; `source` is given for standard input only."""

    path: str
    options: Options
    cache: Cache | None = None
    source: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What came of a task.

    `kind` is changed, unchanged, unreadable (the file cannot be read or parsed) or broken (our
    failure); `problem` is the line to show for the last two. `before` is None if nothing was read.
    """

    path: str
    kind: str
    receipt: FileReceipt
    before: bytes | None = None
    after: bytes = b""
    problem: str = ""
    reasoning: tuple[Reasoning, ...] = ()


def weight(task: Task) -> int:
    """How long a task will take, roughly: bytes."""
    with suppress(OSError):
        return os.path.getsize(task.path)
    return 0


def failed(path: str, kind: str, reason: str, place: str, before: bytes | None = None) -> Outcome:
    """The outcome for a file that is left as it is; `place` is its path, maybe with line and column."""
    size = len(before or b"")
    digest = "" if before is None else hashlib.sha256(before).hexdigest()
    receipt = FileReceipt(path, "failed", reason, digest, digest, size, size)
    return Outcome(path, kind, receipt, before, before or b"", f"{place}: {reason}; left as it is")


def crashed(task: Task, why: str) -> Outcome:
    return failed(task.path, "broken", why, task.path)


def optimize_file(task: Task) -> Outcome:
    """Read, look into the cache, optimize. Never raises an Exception."""
    try:
        source = read(task.path) if task.source is None else task.source
    except Unreadable as error:
        return failed(task.path, "unreadable", str(error), task.path)
    try:
        return _optimize(task, source)
    except NoodleError as error:
        return failed(task.path, "broken", one_line(error), task.path, source)
    except Exception as error:  # one file's trouble, whatever it is, must not stop the others
        if debugging():
            traceback.print_exc()
        text = one_line(error)
        reason = f"internal error, {type(error).__name__}{': ' if text else ''}{text}"
        return failed(task.path, "broken", reason, task.path, source)


def _located(path: str, error: str) -> tuple[str, str]:
    """`path:line:col` and the message of an error "line:col: message"; the path alone if it has no place."""
    line, _, rest = error.partition(":")
    column, _, message = rest.partition(":")
    if line.isdigit() and column.isdigit():
        return f"{path}:{line}:{column}", message.strip()
    return path, error


def _optimize(task: Task, source: bytes) -> Outcome:
    if task.cache is not None and (kept := task.cache.get(source, task.path)) is not None:
        receipt, after = kept
        return Outcome(task.path, receipt.status, receipt, source, after)
    from noodlecore_trm.pipeline import optimize

    result = optimize(source, filename=task.path, options=task.options)
    receipt = replace(result.receipt, path=task.path)
    if receipt.reason.startswith(UNPARSED):
        receipt = replace(receipt, status="failed")
        place, message = _located(task.path, receipt.reason.removeprefix(UNPARSED))
        return Outcome(task.path, "unreadable", receipt, source, source, f"{place}: {message}; left as it is")
    if receipt.status == "failed":
        return Outcome(task.path, "broken", receipt, source, source, f"{task.path}: {receipt.reason}; left as it is")
    if task.cache is not None and receipt.times.get("choose", 0.0) < task.options.timeout:
        task.cache.put(source, receipt, result.optimized)
    kind = "changed" if result.optimized != source else "unchanged"
    return Outcome(task.path, kind, receipt, source, result.optimized, reasoning=result.reasoning)
