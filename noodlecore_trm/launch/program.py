"""
Runs the user's program as `__main__` of this process, and hands the code of each of its files to a hook.

The program sees itself as it would without us: its own `__main__`, arguments, search path, streams, exit code and
tracebacks. Standard library only.
"""

from __future__ import annotations

import io
import os
import runpy
import sys
import sysconfig
import types
from _imp import is_frozen
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from typing import Any, Final
from zipimport import ZipImportError, zipimporter

_PACKAGE: Final = __name__.partition(".")[0]
_OWN: Final = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))

Hook = Callable[[Callable[[], types.CodeType], bytes, str], types.CodeType]
"""What to run for a file: from how its code is had without us, its bytes, and the file name its code shall have."""


def own_files() -> Callable[[str], bool]:
    """Whether a file belongs to the program: not the library, not installed, not this package."""
    places = sysconfig.get_paths()
    library = {places[key] for key in ("stdlib", "platstdlib", "purelib", "platlib") if key in places}
    foreign = tuple(os.path.join(os.path.realpath(place), "") for place in (*library, _OWN))
    return lambda path: not os.path.realpath(path).startswith(foreign)


class Finder:
    """Finds modules as ever, and has the hook see those of the program."""

    def __init__(self, hook: Hook) -> None:
        self._is_own = own_files()

        class Loader(SourceFileLoader):
            """Loads what the hook makes of a module's code."""

            def get_code(self, fullname: str) -> types.CodeType | None:
                path = self.get_filename(fullname)
                return hook(lambda: _plain(super(Loader, self).get_code(fullname)), self.get_data(path), path)

        self._loader = Loader

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and type(spec.loader) is SourceFileLoader and self._is_own(spec.loader.path):
            spec.loader = self._loader(spec.loader.name, spec.loader.path)
        return spec


def _plain(code: types.CodeType | None) -> types.CodeType:
    assert code is not None  # a source file has code
    return code


def _look_first_in(folder: str) -> None:
    """Put a folder, or an archive, where Python has put that of our own start."""
    sys.path[: not sys.flags.safe_path] = [folder]
    _forget_what_is_also_in(folder)


def _forget_what_is_also_in(folder: str) -> None:
    """Let the program import its own module where we have loaded one of the library that has the same name."""
    names = list(sys.modules)
    for name in names[names.index(_PACKAGE) :]:  # what is before was loaded without us
        if "." not in name and name not in sys.builtin_module_names and not is_frozen(name):
            spec = PathFinder.find_spec(name, [folder])
            if spec is not None and spec.has_location and spec.origin != getattr(sys.modules[name], "__file__", None):
                for each in names:
                    if each == name or each.startswith(f"{name}."):
                        del sys.modules[each]


def _is_archive(name: str) -> bool:
    """Whether a file is a zip archive of modules, whatever it begins with or is called, as CPython sees it."""
    try:
        zipimporter(name)
    except ZipImportError:
        return False
    return True


def _run_script(hook: Hook, name: str) -> None:
    if os.path.isdir(name) or _is_archive(name):
        _look_first_in(os.path.abspath(name))
        runpy._run_module_as_main("__main__", alter_argv=False)  # type: ignore[attr-defined]
        return
    path = os.path.abspath(name)
    names = sys.modules["__main__"].__dict__
    names |= {"__file__": path, "__cached__": None, "__loader__": SourceFileLoader("__main__", path)}
    if not sys.flags.safe_path:
        _look_first_in(os.path.dirname(os.path.realpath(name)))
    with io.open_code(path) as file:
        source = file.read()
    exec(hook(lambda: compile(source, path, "exec", dont_inherit=True), source, path), names)


def _of_program(trace: types.TracebackType | None) -> types.TracebackType | None:
    """A traceback from the first frame on that is not ours."""
    while trace is not None and (
        trace.tb_frame.f_code.co_filename in (runpy.__file__, "<frozen runpy>")
        or trace.tb_frame.f_code.co_filename.startswith(os.path.join(_OWN, ""))
    ):
        trace = trace.tb_next
    return trace


def _as_without_us(hook: Callable[..., object]) -> Callable[..., None]:
    """What the interpreter is to call once instead of the program's `sys.excepthook`, which sees none of our frames."""

    def show(kind: type[BaseException], error: BaseException, trace: types.TracebackType) -> None:
        sys.excepthook = hook
        sys.last_traceback = error.__traceback__ = _of_program(trace.tb_next)  # the first is that of our -c
        try:
            hook(kind, error, error.__traceback__)
        except SystemExit:
            raise
        except BaseException as second:  # raised further, it would have our frame
            second.__traceback__ = _of_program(second.__traceback__)
            for head, each in (("Error in sys.excepthook:\n", second), ("\nOriginal exception was:\n", error)):
                sys.stderr.write(head)
                sys.__excepthook__(type(each), each, each.__traceback__)

    return show


def run_program(hook: Hook, kind: str, name: str, arguments: Sequence[str]) -> None:
    """
    Run a program, a `script` or a `module`, to its end.

    Raises whatever it leaves by, for the interpreter to show and to end by, so that it flushes files and joins threads.
    """
    sys.argv = [name, *arguments]
    names = sys.modules["__main__"].__dict__
    for own in [own for own in names if not own.startswith("__")]:
        del names[own]
    sys.meta_path.insert(sys.meta_path.index(PathFinder), Finder(hook))
    try:
        if kind == "script":
            _run_script(hook, name)
        else:
            if not sys.flags.safe_path:
                _look_first_in(os.getcwd())
            runpy._run_module_as_main(name)  # type: ignore[attr-defined]
    except SystemExit:
        raise
    except BaseException:
        sys.excepthook = _as_without_us(sys.excepthook)
        raise
