"""
The process that runs the user's program and records what it does.

It is started as `python -c ... OUTPUT script|module NAME ARGUMENT...` by `noodle-trm profile`. The program sees itself
as it would without us: its own `__main__`, arguments, search path, streams, exit code and tracebacks. Standard library
only.
"""

from __future__ import annotations

import ast
import atexit
import hashlib
import io
import json
import os
import platform
import runpy
import signal
import sys
import sysconfig
import types
from importlib.machinery import PathFinder, SourceFileLoader
from typing import Any, Final

from noodlecore_trm.profile.probes import Entered, Probes, install

SCHEMA: Final = "urn:noodlecore-trm:profile:1"
_OWN: Final = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


class Recorder:
    """What was counted in each file of the program."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.counters = install()
        self.files: dict[str, tuple[str, dict[str, Entered]]] = {}
        places = sysconfig.get_paths()
        library = {places[key] for key in ("stdlib", "platstdlib", "purelib", "platlib") if key in places}
        self._foreign = tuple(os.path.join(os.path.realpath(place), "") for place in (*library, _OWN))

    def is_own(self, path: str) -> bool:
        """Whether a file belongs to the program: not the library, not installed, not this package."""
        return not os.path.realpath(path).startswith(self._foreign)

    def compiled(self, source: bytes, path: str, filename: str) -> types.CodeType:
        """The code of a file with counters; without them where they do not fit. Raises SyntaxError like `compile`."""
        plain = compile(source, filename, "exec", dont_inherit=True)
        probes = Probes(self.counters)
        try:
            tree = probes.run(ast.parse(source, filename))
            code = compile(tree, filename, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
            return plain
        self.files[os.path.realpath(path)] = (hashlib.sha256(source).hexdigest(), probes.functions)
        return code

    def document(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "interpreter": {"implementation": sys.implementation.name, "version": platform.python_version()},
            "command": self.command,
            "files": {
                path: {"sha256": digest, "functions": {name: seen.to_dict() for name, seen in functions.items()}}
                for path, (digest, functions) in sorted(self.files.items())
            },
        }


def _loader(recorder: Recorder) -> type[SourceFileLoader]:
    class CountingLoader(SourceFileLoader):
        """Compiles from source, without the cache of byte code."""

        def get_code(self, fullname: str) -> types.CodeType | None:
            path = self.get_filename(fullname)
            return recorder.compiled(self.get_data(path), path, path)

    return CountingLoader


class Finder:
    """Finds modules as ever, and has those of the program counted."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._loader = _loader(recorder)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and type(spec.loader) is SourceFileLoader and self._recorder.is_own(spec.loader.path):
            spec.loader = self._loader(spec.loader.name, spec.loader.path)
        return spec


def _run_script(recorder: Recorder, name: str) -> None:
    if os.path.isdir(name) or not name.endswith((".py", ".pyw")):
        with io.open_code(name) if os.path.isfile(name) else io.BytesIO() as file:
            packed = os.path.isdir(name) or file.read(2) == b"PK"
        if packed:
            runpy.run_path(name, run_name="__main__")
            return
    path = os.path.abspath(name)
    names = sys.modules["__main__"].__dict__
    names |= {"__file__": path, "__cached__": None, "__loader__": SourceFileLoader("__main__", path)}
    sys.path[0] = os.path.dirname(os.path.realpath(name))
    with io.open_code(path) as file:
        source = file.read()
    exec(recorder.compiled(source, path, path), names)


def _write(recorder: Recorder, output: str) -> None:
    text = json.dumps(recorder.document(), indent=1)
    with open(output, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text + "\n")


def _leave_by(error: BaseException) -> None:
    """Show an uncaught exception as the interpreter does, without our own frames."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename in (__file__, runpy.__file__, "<frozen runpy>"):
        trace = trace.tb_next
    error.__traceback__ = trace
    sys.excepthook(type(error), error, trace)


def main() -> None:
    """Run a program to its end."""
    output, kind, name, *arguments = sys.argv[1:]
    sys.argv = [name, *arguments]
    recorder = Recorder([name, *arguments] if kind == "script" else ["-m", name, *arguments])
    parent = os.getpid()
    output = os.path.abspath(output)
    atexit.register(lambda: _write(recorder, output) if os.getpid() == parent else None)
    names = sys.modules["__main__"].__dict__
    for own in [own for own in names if not own.startswith("__")]:
        del names[own]
    sys.meta_path.insert(sys.meta_path.index(PathFinder), Finder(recorder))
    try:
        if kind == "script":
            _run_script(recorder, name)
        else:
            sys.path[0] = os.getcwd()
            runpy._run_module_as_main(name)  # type: ignore[attr-defined]
    except SystemExit:
        raise
    except KeyboardInterrupt as error:
        _leave_by(error)
        atexit._run_exitfuncs()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    except BaseException as error:
        _leave_by(error)
        raise SystemExit(1) from None
