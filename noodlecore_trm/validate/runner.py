"""Runs calls in a worker process and collects what they did; starts it again if a call takes it down."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import selectors
import shutil
import signal
import site
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.validate.comparator import Outcome

EVERY_DRIVE: Final = ("exhaust", "throw", "send", "close")
_ROOT: Final = str(Path(__file__).resolve().parents[2])
_WORKER: Final = "noodlecore_trm.validate.worker"
_WIDE: Final = 1 << 20
"""Bytes of a pipe that anybody may have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What a worker may use: CPU seconds a call, wall seconds a call (`hang_seconds`), wall seconds in all,
    bytes of memory, effects noted in a call, and items taken from an iterator.
    """

    call_seconds: float = 2.0
    hang_seconds: float = 20.0
    total_seconds: float = 120.0
    memory: int = 4 << 30
    effects: int = 300
    items: int = 40


@dataclass(frozen=True, slots=True)
class Run:
    """
    One version's outcomes: of loading the module, and of each call (several, where a generator was driven
    in several ways). `lines` are the lines executed, if asked for. `error` is why nothing ran, or empty.
    """

    load: Outcome
    outcomes: tuple[tuple[Outcome, ...], ...]
    lines: frozenset[int] = frozenset()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """
    How a module is run: its file name, module and package name, folders to import from, the drives for
    generators, whether effects on the outside are blocked, whether lines are recorded, and the globals that
    hostile values may rebind.
    """

    filename: str = "<subject>"
    module_name: str = "subject"
    package: str = ""
    search_path: tuple[str, ...] = ()
    drives: tuple[str, ...] = ("exhaust",)
    strict: bool = False
    coverage: bool = False
    rebindable: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def of(cls, filename: str) -> Setting:
        """For a file on disk: the name it would be imported by, and the folder it would be imported from."""
        path = Path(filename)
        if not path.is_file():
            return cls()
        path = path.resolve()
        folder = path.parent
        names = [] if path.stem == "__init__" else [path.stem]
        packages: list[str] = []
        while (folder / "__init__.py").is_file():
            packages.insert(0, folder.name)
            folder = folder.parent
        name = ".".join([*packages, *names]) or "subject"
        return cls(str(path), name, ".".join(packages), (str(folder),))


def run_both(before: bytes, after: bytes, calls: Sequence[str], setting: Setting) -> tuple[Run, Run]:
    """`run_calls` of two versions; at the same time where neither can have effects that the other sees."""
    if not setting.strict:
        return run_calls(before, calls, setting), run_calls(after, calls, setting)
    with worker(_WORKER, _request(after, calls, setting)) as other:
        _widen(other)
        return run_calls(before, calls, setting), run_calls(after, calls, setting, other)


def run_calls(
    source: bytes,
    calls: Sequence[str],
    setting: Setting | None = None,
    started: subprocess.Popen[bytes] | None = None,
) -> Run:
    """
    Run each call (an expression) in a fresh namespace of the module `source`, in another process, which may have been
    `started` before.

    A call that hangs or ends the process is inconclusive, and the rest run in a new one. Never raises
    for what the code does.
    """
    setting = setting or Setting()
    deadline = time.monotonic() + setting.limits.total_seconds
    outcomes: list[tuple[Outcome, ...]] = []
    lines: set[int] = set()
    load = Outcome("inconclusive", (), "the process ended")
    while True:
        left = calls[len(outcomes) :]
        with worker(_WORKER, _request(source, left, setting)) if started is None else nullcontext(started) as process:
            load, complete, reason = _session(process, setting.limits.hang_seconds, outcomes, lines, deadline)
        started = None
        if complete or load.status != "returned":
            break
        outcomes.append((Outcome("inconclusive", (), reason),))
        if time.monotonic() >= deadline:
            outcomes += [(Outcome("inconclusive", (), "time"),)] * (len(calls) - len(outcomes))
        if len(outcomes) >= len(calls):
            break
    if load.status != "returned":
        outcomes = [(Outcome("inconclusive", (), "the module did not load"),)] * len(calls)
    error = "" if load.status == "returned" else f"loading: {load.summary()}"
    return Run(load, tuple(outcomes), frozenset(lines), error)


def _session(
    process: subprocess.Popen[bytes],
    hang: float,
    outcomes: list[tuple[Outcome, ...]],
    lines: set[int],
    deadline: float,
) -> tuple[Outcome, bool, str]:
    """What one worker says of its calls: load outcome, whether it got through, why not."""
    load = Outcome("inconclusive", (), "the process ended")
    for message in messages(process, hang, deadline):
        if message is None:
            return load, False, "time"
        if "load" in message:
            load = Outcome.from_list(message["load"])
        elif "call" in message:
            outcomes.append(tuple(Outcome.from_list(row) for row in message["outcomes"]))
        else:
            lines.update(message["lines"])
            return load, True, ""
    return load, False, "the process ended"


def _widen(process: subprocess.Popen[bytes]) -> None:
    """Let a worker go on for long while nobody reads what it writes."""
    if process.stdout is not None and hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, _WIDE)


def _request(source: bytes, calls: Sequence[str], setting: Setting) -> dict[str, Any]:
    limits = setting.limits
    return {
        "source": base64.b64encode(source).decode("ascii"),
        "calls": list(calls),
        "filename": setting.filename,
        "module_name": setting.module_name,
        "package": setting.package,
        "search_path": list(setting.search_path),
        "drives": list(setting.drives),
        "strict": setting.strict,
        "coverage": setting.coverage,
        "rebindable": list(setting.rebindable),
        "call_seconds": limits.call_seconds,
        "total_seconds": int(limits.total_seconds) + 1,
        "memory": limits.memory,
        "effects": limits.effects,
        "items": limits.items,
    }


@contextmanager
def worker(
    module: str, request: dict[str, Any], *, hash_seed: int = 0, keep_open: bool = False
) -> Iterator[subprocess.Popen[bytes]]:
    """
    A process of its own session that runs `module` and has been sent `request`; more may follow with `keep_open`.

    It has an empty working directory and home, a fixed hash seed, no standard input, and none of the
    caller's PYTHON variables. It and whatever it started are killed at the end.
    """
    folder = tempfile.mkdtemp(prefix="noodle-")
    work = os.path.join(folder, "work")
    os.mkdir(work)
    start = f"import sys; sys.path.insert(0, {_ROOT!r}); from {module} import main; sys.path.remove({_ROOT!r}); main()"
    process = subprocess.Popen(
        [sys.executable, "-P", "-B", "-c", start],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=work,
        env={**_environment(folder), "PYTHONHASHSEED": str(hash_seed)},
        start_new_session=True,
    )
    try:
        assert process.stdin is not None
        with suppress(BrokenPipeError):
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            if not keep_open:
                process.stdin.close()
        yield process
    finally:
        kill(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        shutil.rmtree(folder, ignore_errors=True)


def messages(process: subprocess.Popen[bytes], hang: float, deadline: float) -> Iterator[dict[str, Any] | None]:
    """The lines of JSON a worker writes; None, and then no more, if it is silent for `hang` seconds or too late."""
    assert process.stdout is not None
    descriptor = process.stdout.fileno()
    buffer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while True:
            wait = min(hang, deadline - time.monotonic())
            if wait <= 0 or not selector.select(wait):
                yield None
                return
            chunk = os.read(descriptor, 1 << 16)
            if not chunk:
                return
            buffer += chunk
            if b"\n" in chunk:
                *lines, rest = bytes(buffer).split(b"\n")
                buffer = bytearray(rest)
                yield from map(json.loads, lines)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process started by `worker` with all of its session."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(home: str) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "LD_LIBRARY_PATH", "TZ", "VIRTUAL_ENV") if key in os.environ}
    return {
        **kept,
        "HOME": home,
        "TMPDIR": home,
        "LANG": "C.UTF-8",
        "PYTHONUSERBASE": site.getuserbase(),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
