"""
The process in which foreign code runs.

It reads one request (a source text and calls) from its standard input, runs each call in a module
namespace of its own, and writes one line of JSON for each. It knows no expectations: what a call did
goes back as pictures, and the parent compares.
"""

from __future__ import annotations

import ast
import base64
import functools
import hashlib
import io
import json
import os
import random
import resource
import signal
import stat
import sys
import time
import types
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TextIO

from noodlecore_trm.validate import hostile
from noodlecore_trm.validate.comparator import Event, Outcome
from noodlecore_trm.validate.snapshot import Camera, Picture, TooLarge, isinstance_raw, type_name

WATCHED_NODES: Final = 400
"""Globals larger than this are pictured at the end of a call only, not at each effect."""

_FORBIDDEN: Final = (
    "os.",
    "subprocess.",
    "socket.",
    "shutil.",
    "ctypes.",
    "ftplib.",
    "http.",
    "smtplib.",
    "urllib.",
    "webbrowser.",
    "fcntl.",
    "mmap.",
    "pty.",
    "signal.",
    "sqlite3.",
    "tempfile.",
    "resource.",
    "syslog.",
    "winreg.",
)
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_HARMLESS: Final = frozenset({"os.listdir", "os.scandir", "os.fwalk", "os.walk"})


class Cut(BaseException):
    """A call went over one of its limits."""


class Recorder:
    """The events of one call, in order, and the limits it is under."""

    def __init__(self, camera: Camera, roots: Callable[[bool], list[tuple[str, Any]]], most_effects: int) -> None:
        self.camera = camera
        self.roots = roots
        self.most_effects = most_effects
        self.events: list[Event] = []
        self.cut = ""
        self.watch_globals = True
        self._pending: list[str] = []
        self._pending_size = 0

    def note(self, text: str) -> None:
        """An effect of a hostile value."""
        if self.cut or len(self.events) >= self.most_effects:
            self.stop("effects")
        self.add("effect", text)

    def stop(self, reason: str) -> None:
        self.cut = self.cut or reason
        raise Cut(reason)

    def write(self, stream: str, text: str) -> None:
        self._pending_size += len(text)
        if self._pending_size > 1_000_000:
            self.stop("output")
        if self.events and self.events[-1].tag == stream and not self._pending:
            last = self.events.pop()
            self.events.append(Event(stream, last.text + text, last.picture))
        else:
            self.events.append(Event(stream, text, Picture((), {})))

    def add(self, tag: str, text: str = "", extra: Sequence[tuple[str, Any]] = ()) -> None:
        roots = [*self.roots(self.watch_globals), *extra]
        self.events.append(Event(tag, text, self.camera.take(roots)))


class Stream(io.RawIOBase):
    """What the code under test sees below `sys.stdout` or `sys.stderr`."""

    def __init__(self, name: str, recorder: Recorder) -> None:
        self.stream = name
        self.recorder = recorder

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        chunk = bytes(data)
        self.recorder.write(self.stream, chunk.decode("utf-8", "backslashreplace"))
        return len(chunk)


class Folder:
    """
    The empty folder that the worker was started in. What calls leave there is told and removed, and nothing else is
    ever removed, wherever the code under test goes.

    Raises SystemExit if the folder is not empty: it is none that was made for a worker.
    """

    def __init__(self) -> None:
        if os.listdir():
            raise SystemExit("noodle-trm: a worker empties the folder that it is started in, and this one is not empty")
        self._descriptor = os.open(".", os.O_RDONLY | os.O_DIRECTORY)
        self._identity = self._opened()

    def _opened(self) -> tuple[int, int]:
        status = os.fstat(self._descriptor)
        return status.st_dev, status.st_ino

    def emptied(self) -> str:
        """What was in it, a line for each file. Raises Cut if the code under test has closed the folder."""
        try:
            own = self._opened() == self._identity
        except OSError:
            own = False
        if not own:
            raise Cut("folder")
        os.fchdir(self._descriptor)
        found = []
        for root, folders, files, here in os.fwalk(topdown=False, dir_fd=self._descriptor):
            for name in (*folders, *files):
                path = os.path.normpath(os.path.join(root, name))
                mode = os.stat(name, dir_fd=here, follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    os.rmdir(name, dir_fd=here)
                    found.append(f"{path}/")
                    continue
                found.append(f"{path} {_content(name, mode, here)}")
                os.unlink(name, dir_fd=here)
        return "\n".join(sorted(found))


def _content(name: str, mode: int, folder: int) -> str:
    if stat.S_ISLNK(mode):
        return f"-> {os.readlink(name, dir_fd=folder)}"
    if not stat.S_ISREG(mode):
        return "special"
    with open(os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Subject:
    """One version of the module under test, which is run in a folder of its own."""

    def __init__(self, request: dict[str, Any], folder: Folder) -> None:
        self.folder = folder
        self.name: str = request["module_name"]
        self.package: str = request["package"]
        self.filename: str = request["filename"]
        self.effects: int = request["effects"]
        self.seconds: float = request["call_seconds"]
        self.items: int = request["items"]
        self.strict: bool = request["strict"]
        self.rebindable = frozenset(request["rebindable"])
        self.coverage: bool = request["coverage"]
        self.lines: set[int] = set()
        self.watching = False
        source = base64.b64decode(request["source"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.code = compile(source, self.filename, "exec", dont_inherit=True)

    def module(self) -> types.ModuleType:
        module = types.ModuleType(self.name)
        module.__file__ = self.filename
        module.__package__ = self.package
        sys.modules[self.name] = module
        return module

    def trace(self, frame: types.FrameType, event: str, arg: object) -> Any:
        if frame.f_code.co_filename != self.filename:
            return None
        if frame.f_lineno:
            self.lines.add(frame.f_lineno)
        return self.trace

    def run(self, text: str, drive: str) -> tuple[Outcome, bool]:
        """
        What happens on loading the module (empty `text`) or on the call written in `text`, and whether
        the call gave a generator. `drive` says how generators are used: exhaust, throw, send or close.
        """
        self.folder.emptied()  # of what a call left that was cut off
        module = self.module()
        namespace = module.__dict__
        values: list[tuple[str, Any]] = []
        camera = Camera(self.name)

        def roots(with_globals: bool) -> list[tuple[str, Any]]:
            if not with_globals:
                return values
            own = sorted(key for key in namespace if not (key.startswith("__") and key.endswith("__")))
            return [*values, *((f"global {key}", namespace[key]) for key in own)]

        recorder = Recorder(camera, roots, self.effects)
        hostile.enter(hostile.World(recorder.note, namespace, self.rebindable, []))
        turn = _Turn(self, recorder, drive)
        started = time.thread_time()
        try:
            status = turn.load(module) if not text else turn.call(module, text, values)
        except Cut as cut:
            recorder.cut = recorder.cut or str(cut)
            status = "inconclusive"
        except TooLarge:
            recorder.cut, status = "size", "inconclusive"
        except (MemoryError, RecursionError) as error:
            recorder.cut, status = "memory" if type(error) is MemoryError else "recursion", "inconclusive"
        finally:
            turn.disarm()
        seconds = time.thread_time() - started
        if recorder.cut:
            return Outcome("inconclusive", (), recorder.cut, seconds), turn.generator
        return Outcome(status, tuple(recorder.events), "", seconds), turn.generator


class _Turn:
    """One run of one call."""

    def __init__(self, subject: Subject, recorder: Recorder, drive: str) -> None:
        self.subject = subject
        self.recorder = recorder
        self.drive = drive
        self.generator = False
        self.saved = (sys.stdout, sys.stderr, warnings.showwarning, sys.getrecursionlimit())

    def arm(self) -> None:
        sys.stdout = _text(Stream("stdout", self.recorder))
        sys.stderr = _text(Stream("stderr", self.recorder))
        warnings.resetwarnings()
        warnings.simplefilter("always")
        warnings.showwarning = self.warn  # type: ignore[assignment]
        random.seed(0)
        signal.signal(signal.SIGPROF, self.alarm)
        signal.setitimer(signal.ITIMER_PROF, self.subject.seconds, 0.05)
        self.subject.watching = self.subject.strict
        if self.subject.coverage:
            sys.settrace(self.subject.trace)

    def disarm(self) -> None:
        sys.settrace(None)
        self.subject.watching = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout, sys.stderr, warnings.showwarning = self.saved[:3]
        sys.setrecursionlimit(self.saved[3])

    def alarm(self, number: int, frame: object) -> None:
        self.recorder.cut = self.recorder.cut or "time"
        raise Cut("time")

    def warn(self, message: Any, category: type, *rest: object) -> None:
        self.recorder.write("warning", f"{type_name(category)}: {message}\n")

    def load(self, module: types.ModuleType) -> str:
        self.recorder.watch_globals = False
        status, value = self.attempt(lambda: exec(self.subject.code, module.__dict__))
        self.recorder.watch_globals = True
        return self.finish(status, value)

    def call(self, module: types.ModuleType, text: str, values: list[tuple[str, Any]]) -> str:
        recorder, camera = self.recorder, self.recorder.camera
        world = hostile.World(lambda text: None, module.__dict__, self.subject.rebindable, [])
        hostile.enter(world)
        exec(self.subject.code, module.__dict__)
        function, args, kwargs = prepared(text, module.__dict__)
        if type(function) is types.MethodType:
            values.append(("receiver", function.__self__))
        values += [(f"argument {index + 1}", value) for index, value in enumerate(args)]
        values += [(f"argument {key}", value) for key, value in kwargs.items()]
        world.arguments = [value for _, value in values]
        world.note = recorder.note
        camera.give(world.arguments)
        recorder.watch_globals = camera.size(recorder.roots(True)) <= WATCHED_NODES
        recorder.add("called")
        status, value = self.attempt(lambda: function(*args, **kwargs))
        recorder.watch_globals = True
        return self.finish(status, value)

    def attempt(self, action: Callable[[], Any]) -> tuple[str, Any]:
        self.arm()
        try:
            return "returned", action()
        except Cut:
            raise
        except BaseException as error:  # whatever it is, it is the outcome
            sys.settrace(None)
            return "raised", error

    def finish(self, status: str, value: Any) -> str:
        camera = self.recorder.camera
        given = len(camera.iterators)
        sys.settrace(None)
        self.recorder.add(status, "", [("result", value)])
        if status == "raised" and (reason := _head_room(value)):
            self.recorder.stop(reason)
        self.generator = type(value) in (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
        if self.subject.coverage:
            sys.settrace(self.subject.trace)
        done = 0
        order = [*camera.iterators[given:], *camera.iterators[:given]]
        known = set(map(id, order))
        while done < len(order):
            if done > 200:
                self.recorder.stop("iterators")
            self.drain(order[done], done)
            done += 1
            order += [found for found in camera.iterators if id(found) not in known]
            known |= set(map(id, order))
        self.disarm()
        if files := self.subject.folder.emptied():
            self.recorder.add("files", files)
        return status

    def drain(self, iterator: Any, index: int) -> None:
        if getattr(iterator, "gi_running", False) or getattr(iterator, "cr_running", False):
            return
        bounded = True
        for step in range(self.subject.items):
            try:
                item = _step(iterator, self.drive, step)
            except Cut:
                raise
            except BaseException as error:  # the end of the iterator, and what it ended with
                if reason := _head_room(error):
                    self.recorder.stop(reason)
                self.recorder.add("exhausted", f"iterator {index}", [("ended with", error)])
                bounded = False
                break
            self.recorder.add("yield", f"iterator {index}", [("item", item)])
        if bounded and type(iterator) in (types.GeneratorType, types.CoroutineType):
            try:
                iterator.close()
            except Cut:
                raise
            except BaseException as error:  # as above
                self.recorder.add("closed", f"iterator {index}", [("ended with", error)])


def _step(iterator: Any, drive: str, step: int) -> Any:
    if type(iterator) is types.CoroutineType:
        return iterator.send(None)
    if type(iterator) is types.AsyncGeneratorType:
        waiting = iterator.__anext__()
        try:
            return ("awaits", waiting.send(None))
        except StopIteration as stop:
            return stop.value
    if type(iterator) is types.GeneratorType and step:
        if drive == "send":
            return iterator.send(step * 100)
        if drive == "throw" and step == 2:
            return iterator.throw(hostile.Trouble("thrown"))
        if drive == "close" and step == 1:
            iterator.close()
    return next(iterator)


def _head_room(error: Any) -> str:
    """`memory` or `recursion` if that ran out (which is no part of what a program means), or nothing."""
    seen: set[int] = set()
    while isinstance_raw(error, BaseException) and id(error) not in seen:
        seen.add(id(error))
        if type(error) in (MemoryError, RecursionError):
            return "memory" if type(error) is MemoryError else "recursion"
        chain = [BaseException.__dict__[name].__get__(error) for name in ("__cause__", "__context__")]
        error = chain[0] or chain[1]
    return ""


def prepared(text: str, namespace: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
    """The callee and arguments of a call written as text, evaluated; another expression is a callee without any."""
    code, is_call = _compiled(text)
    names = {"hostile": hostile.make}
    if not is_call:
        return (lambda: eval(code, namespace, names)), (), {}
    function, args, kwargs = eval(code, namespace, names)
    return function, args, kwargs


@functools.cache
def _compiled(text: str) -> tuple[types.CodeType, bool]:
    expression = ast.parse(text, mode="eval")
    call = expression.body
    if not isinstance(call, ast.Call):
        return compile(expression, "<call>", "eval"), False
    keywords = ast.Dict(
        [ast.Constant(k.arg) if k.arg else None for k in call.keywords], [k.value for k in call.keywords]
    )
    expression.body = ast.Tuple([call.func, ast.Tuple(call.args, ast.Load()), keywords], ast.Load())
    return compile(ast.fix_missing_locations(ast.copy_location(expression, call)), "<call>", "eval"), True


def _text(stream: Stream) -> TextIO:
    return io.TextIOWrapper(stream, encoding="utf-8", write_through=True)  # type: ignore[type-var,unused-ignore]


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _outcomes(subject: Subject, text: str, drives: Sequence[str]) -> Iterator[Outcome]:
    for index, drive in enumerate(drives):
        outcome, generator = subject.run(text, drive)
        yield outcome
        if index == 0 and not generator:
            return


def forbid(watching: Callable[[], bool] = lambda: True) -> None:
    """Make effects on the outside impossible from now on, while `watching` says so: they raise Cut."""

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if not watching() or event in _HARMLESS:
            return
        if event == "open":
            _, mode, flags = args  # `os.open` has no mode, and others have no flags
            if set(mode or "") <= set("rbt") and not flags & _WRITING:
                return
        elif not event.startswith(_FORBIDDEN):
            return
        raise Cut("blocked")

    sys.addaudithook(hook)


def main() -> None:
    """Serve one request, in an empty folder."""
    folder = Folder()
    request = json.loads(sys.stdin.buffer.readline())
    reply = os.fdopen(os.dup(1), "w", encoding="utf-8")
    quiet = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(quiet, descriptor)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, request["memory"])
    _limit(resource.RLIMIT_CPU, request["total_seconds"])
    _limit(resource.RLIMIT_FSIZE, 64 << 20)
    sys.path[:0] = request["search_path"]
    sys.dont_write_bytecode = True

    def answer(message: dict[str, Any]) -> None:
        reply.write(json.dumps(message) + "\n")
        reply.flush()

    subject = Subject(request, folder)
    if subject.strict:
        forbid(lambda: subject.watching)
    load, _ = subject.run("", "exhaust")
    answer({"load": load.to_list()})
    if load.status == "returned":
        for index, text in enumerate(request["calls"]):
            try:
                outcomes = [outcome.to_list() for outcome in _outcomes(subject, text, request["drives"])]
            except Cut:
                outcomes = [Outcome("inconclusive", (), "time").to_list()]
            except BaseException as error:  # the call could not even be written down; the parent must know which
                sys.settrace(None)
                reason = f"cannot be evaluated: {type_name(type(error))}: {str(error)[:200]}"
                outcomes = [Outcome("inconclusive", (), reason).to_list()]
            answer({"call": index, "outcomes": outcomes})
    answer({"lines": sorted(subject.lines)})
    reply.close()
    os._exit(0)  # no exit handlers or threads of the code under test
