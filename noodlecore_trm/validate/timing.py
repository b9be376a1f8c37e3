"""
The judge of time: is the changed module faster, beyond doubt?

Both versions and a second copy of the first run interleaved in one fresh process, in changing order.
Each round gives a ratio before/after and a ratio before/before; the latter, the null control, shows
how far apart two equal things look on this machine today. CPU time of the thread is measured, so that
other processes matter less. Bounds are order statistics of the per-round ratios: they need no
assumption about how times are distributed.
"""

from __future__ import annotations

import gc
import json
import math
import os
import resource
import sys
import tempfile
import time
import types
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from noodlecore_trm.validate.bounds import TimeVerdict, judge
from noodlecore_trm.validate.project import NotCopied, copy_project, place_in, run_command
from noodlecore_trm.validate.runner import Setting, messages, worker

_LEAST_ROUNDS: Final = 9
_MOST_COPIES: Final = 20_000


@dataclass(frozen=True, slots=True)
class Times:
    """
    CPU seconds of the version before, the one after and the former once more: by call, a value for each round.

    `error` says why there are none, or is empty.
    """

    before: tuple[tuple[float, ...], ...] = ()
    after: tuple[tuple[float, ...], ...] = ()
    null: tuple[tuple[float, ...], ...] = ()
    error: str = ""


def measure(
    before: bytes,
    after: bytes,
    calls: Sequence[str],
    *,
    rounds: int = 31,
    round_seconds: float = 0.002,
    timeout: float = 60.0,
    setting: Setting | None = None,
) -> TimeVerdict:
    """
    Time `calls` (expressions, all of them in each round) on both versions in a process of its own.

    See `record`. Raises ValueError for fewer than 9 rounds, which cannot give 99%.
    """
    if rounds < _LEAST_ROUNDS:
        raise ValueError(f"{rounds} rounds cannot give a bound of 99% confidence; at least {_LEAST_ROUNDS} do")
    if not calls:
        return TimeVerdict("skipped", detail="no calls to time")
    return judge_together(
        record(before, after, calls, rounds=rounds, round_seconds=round_seconds, timeout=timeout, setting=setting)
    )


def record(
    before: bytes,
    after: bytes,
    calls: Sequence[str],
    *,
    rounds: int = 31,
    round_seconds: float = 0.002,
    timeout: float = 60.0,
    setting: Setting | None = None,
    hash_seed: int = 0,
) -> Times:
    """
    The times of both versions in a fresh process, in turn; an empty call stands for loading the module.

    A version runs at least `round_seconds` of CPU time in each round, which the calls share. Arguments are evaluated
    anew for each execution, outside the measured time. Never raises for what the code does.
    """
    request = {
        "before": before.decode("latin-1"),
        "after": after.decode("latin-1"),
        "calls": list(calls),
        "rounds": rounds,
        "round_seconds": round_seconds,
    }
    message = _answer(request, setting or Setting(), timeout, hash_seed)
    if "error" in message:
        return Times(error=message["error"])
    rows: dict[str, tuple[tuple[float, ...], ...]] = {name: tuple(map(tuple, each)) for name, each in message.items()}
    return Times(rows["before"], rows["after"], rows["null"])


def reached(
    source: bytes, calls: Sequence[str], *, timeout: float = 60.0, setting: Setting | None = None
) -> list[tuple[frozenset[str], str]]:
    """
    For each call the qualified names of the functions of a module that it runs (`<module>` for an empty call), and
    why it cannot be timed, or nothing.
    """
    request = {"before": source.decode("latin-1"), "calls": list(calls)}
    message = _answer(request, setting or Setting(), timeout, 0)
    if "error" in message:
        return [(frozenset(), message["error"])] * len(calls)
    return [(frozenset(names), error) for names, error in message["reached"]]


def _answer(request: dict[str, Any], setting: Setting, timeout: float, hash_seed: int) -> dict[str, Any]:
    request |= {
        "module_name": setting.module_name,
        "package": setting.package,
        "filename": setting.filename,
        "search_path": list(setting.search_path),
        "memory": setting.limits.memory,
        "strict": setting.strict,
    }
    with worker("noodlecore_trm.validate.timing", request, hash_seed=hash_seed) as process:
        replies = messages(process, timeout, time.monotonic() + timeout)
        message: dict[str, Any] | None = next(replies, {"error": "the process ended"})
    return {"error": f"not finished within {timeout:g} s"} if message is None else message


def pooled(runs: Iterable[Times]) -> Times:
    """The rounds of several runs of the same calls as those of one; the first error, if there is any."""
    every = list(runs)
    for run in every:
        if run.error:
            return run
    return Times(
        _joined([run.before for run in every]),
        _joined([run.after for run in every]),
        _joined([run.null for run in every]),
    )


def _joined(runs: Sequence[tuple[tuple[float, ...], ...]]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(value for part in parts for value in part) for parts in zip(*runs, strict=True))


def judge_together(times: Times) -> TimeVerdict:
    """The verdict on all calls taken together, as one round of all of them."""
    if times.error:
        return TimeVerdict("skipped", detail=times.error)
    return judge(*([sum(each) for each in zip(*rows, strict=True)] for rows in (times.before, times.after, times.null)))


def judge_each(times: Times) -> list[TimeVerdict]:
    """A verdict on each call alone; none if nothing was timed."""
    return [judge(*rows) for rows in zip(times.before, times.after, times.null, strict=True)]


def time_tests(
    before: bytes, after: bytes, command: str, root: Path, path: Path, *, rounds: int = 11, budget: float = 300.0
) -> TimeVerdict:
    """
    Time a test command in copies of `root` with the file `path` in either version, each run a fresh process.

    The CPU time of the command and of what it waits for is compared, in turn. Skipped if the tests fail, or if the
    rounds would take more than `budget` seconds.
    """
    names = ("before", "after", "null")
    times: dict[str, list[float]] = {name: [] for name in names}
    inside = place_in(root, path)
    with tempfile.TemporaryDirectory(prefix="noodle-times-") as folder:
        trees = {name: Path(folder, name, "tree") for name in names}
        for name, tree in trees.items():
            try:
                copy_project(root, tree)
            except NotCopied as problem:
                return TimeVerdict("skipped", detail=str(problem))
            (tree / inside).write_bytes(after if name == "after" else before)
        for turn in range(rounds + 1):
            for name in names if turn % 2 else names[::-1]:
                started, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
                done = run_command(command, trees[name], Path(folder, name, "cache"), budget)
                spent = resource.getrusage(resource.RUSAGE_CHILDREN)
                if done is None or (time.monotonic() - started) * 3 * rounds > budget:
                    return TimeVerdict("skipped", detail="the tests take too long to be timed")
                if done[0]:
                    return TimeVerdict("skipped", detail=f"the tests end with exit code {done[0]}")
                if turn:  # the first run writes byte code
                    seconds = spent.ru_utime + spent.ru_stime - used.ru_utime - used.ru_stime
                    times[name].append(max(seconds, 1e-6))
    return judge(times["before"], times["after"], times["null"])


# In the process that measures


class _Version:
    """One loaded version and its calls."""

    def __init__(self, source: bytes, request: dict[str, Any]) -> None:
        from noodlecore_trm.validate.worker import prepared

        self.request = request
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.code = compile(source, request["filename"], "exec", dont_inherit=True)
        self.namespace = self.load()
        self.calls: list[str] = request["calls"]
        self.prepared: Callable[..., Any] = prepared

    def load(self) -> dict[str, Any]:
        name = self.request["module_name"]
        module = types.ModuleType(name)
        module.__file__ = self.request["filename"]
        module.__package__ = self.request["package"]
        sys.modules[name] = module
        exec(self.code, module.__dict__)
        return module.__dict__

    def time(self, index: int, count: int) -> float:
        """CPU seconds of one execution of a call, as a mean of `count`."""
        text = self.calls[index]
        ready = [self.prepared(text, self.namespace) if text else (self.load, (), {}) for _ in range(count)]
        clock = time.thread_time
        start = clock()
        for function, args, kwargs in ready:
            result = function(*args, **kwargs)
            if type(result) is types.GeneratorType:
                for _ in result:
                    pass
        return max((clock() - start) / count, 1e-12)


def _reached(request: dict[str, Any]) -> dict[str, Any]:
    version = _Version(request["before"].encode("latin-1"), request)
    found: list[tuple[list[str], str]] = []
    for index in range(len(version.calls)):
        names: set[str] = set()

        def note(frame: types.FrameType, event: str, arg: object, names: set[str] = names) -> None:
            if event == "call" and frame.f_code.co_filename == request["filename"]:
                names.add(frame.f_code.co_qualname)

        error = ""
        sys.setprofile(note)
        try:
            version.time(index, 1)
        except BaseException as problem:  # as below, but for this call only
            error = _reason(problem)
        finally:
            sys.setprofile(None)
        found.append((sorted(names), error))
    return {"reached": found}


def _measured(request: dict[str, Any]) -> dict[str, Any]:
    before = _Version(request["before"].encode("latin-1"), request)
    after = _Version(request["after"].encode("latin-1"), request)
    null = _Version(request["before"].encode("latin-1"), request)
    calls = range(len(before.calls))
    copies = {"before": _calibrated(before, request), "after": _calibrated(after, request)}
    copies["null"] = copies["before"]
    versions = [("before", before), ("after", after), ("null", null)]
    times: dict[str, list[list[float]]] = {name: [[] for _ in calls] for name, _ in versions}
    for index in calls:
        null.time(index, copies["null"][index])
    orders = [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2, 0, 1), (0, 2, 1), (1, 2, 0)]
    for turn in range(request["rounds"]):
        gc.collect()
        for index in calls:
            for place in orders[turn % len(orders)]:
                name, version = versions[place]
                times[name][index].append(version.time(index, copies[name][index]))
    return dict(times)


def _calibrated(version: _Version, request: dict[str, Any]) -> list[int]:
    """How often each call has to run for a round to last as long as asked; the calls share it evenly."""
    share = request["round_seconds"] / len(version.calls)
    copies = []
    for index in range(len(version.calls)):
        count = 1
        while count < _MOST_COPIES:
            spent = count * version.time(index, count)
            if spent >= share:
                break
            count = min(_MOST_COPIES, count * 2 if spent <= share / 20 else math.ceil(count * share / spent) + 1)
        copies.append(count)
    return copies


def _reason(error: BaseException) -> str:
    return f"the calls cannot be timed: {type(error).__name__}: {str(error)[:200]}"


def main() -> None:
    """Serve one request of `record` or `reached`."""
    request = json.loads(sys.stdin.buffer.readline())
    reply = os.fdopen(os.dup(1), "w", encoding="utf-8")
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(quiet, descriptor)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    memory = request["memory"]
    resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))
    sys.path[:0] = request["search_path"]
    if request["strict"]:
        from noodlecore_trm.validate.worker import forbid

        forbid()
    try:
        answer = _measured(request) if "rounds" in request else _reached(request)
    except BaseException as error:  # whatever stops the code under test stops the measurement
        answer = {"error": _reason(error)}
    reply.write(json.dumps(answer) + "\n")
    reply.flush()
    os._exit(0)
