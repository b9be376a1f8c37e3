"""The process of the user's program, as its parent sees it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

_START: Final = (
    "import sys; path = sys.path; sys.path = [{root!r}, *path[not sys.flags.safe_path :]]; from {module} import main; "
    "sys.path = path; main()"
)
"""What we import comes from our root and never from the current folder, which is first in the path of `-c`."""
_ROOT: Final = str(Path(__file__).resolve().parents[2])
_PASSED_ON: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2)

Wait = Callable[["subprocess.Popen[bytes]"], int]


def run_in_process(module: str, arguments: Sequence[str], wait: Wait = lambda process: process.wait()) -> int:
    """
    The exit code, as a shell gives it, of a fresh interpreter that calls `main` of a module of ours.

    It has the flags of this one, its streams and its files. Signals are the program's own matter: Ctrl-C reaches both,
    others are passed on. `wait` waits for its end. Only for the main thread; raises ValueError in others.
    """
    flags: list[str] = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]
    if getattr(sys.__stdout__, "write_through", False):
        flags.append("-u")  # the one that sys.flags does not tell of
    command = [sys.executable, *flags, "-c", _START.format(root=_ROOT, module=module), *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(command, close_fds=False, preexec_fn=lambda: signal.signal(signal.SIGINT, before))
        handlers = {}
        try:
            for number in _PASSED_ON:
                handlers[number] = signal.signal(number, lambda number, frame: process.send_signal(number))
            code = wait(process)
        except BaseException:
            process.terminate()
            process.wait()
            raise
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
    finally:
        signal.signal(signal.SIGINT, before)
    return 128 - code if code < 0 else code
