"""From arguments to an exit code: nothing a command raises reaches the user as a traceback."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn, TextIO

from noodlecore_trm.cli import INTERRUPTED, STOPPED
from noodlecore_trm.cli.arguments import build_parser, parse
from noodlecore_trm.cli.commands import module
from noodlecore_trm.cli.console import CommandError, debugging, one_line, printable
from noodlecore_trm.cli.version import version

DONE, WOULD_CHANGE, FAILED, UNREAD = 0, 1, 2, 141


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _complain(message: str) -> None:
    with suppress(OSError, ValueError):
        print(f"noodle-trm: {printable(message)}", file=sys.stderr, flush=True)


def _replace_closed_streams() -> None:
    """What is closed by `>&-` swallows all output, and its number is not given to the next file that is opened."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115


def _discard(stream: TextIO) -> None:
    """What cannot be written must not fail once more when the interpreter flushes streams on its way out."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: Sequence[str]) -> int:
    parsed = parse(arguments)
    if parsed.version:
        print(f"noodle-trm {version()}")
    elif parsed.command is None:
        build_parser().print_help()
    else:
        return module(parsed.command).run(parsed)
    return DONE


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    before = None
    _replace_closed_streams()
    with suppress(ValueError):  # only the main thread may set handlers
        before = signal.signal(signal.SIGTERM, _stop)
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        _complain(STOPPED)
        return INTERRUPTED
    except BrokenPipeError:
        _discard(sys.stdout)
        return UNREAD
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except CommandError as error:
        if debugging():
            traceback.print_exc()
        _complain(str(error))
        return FAILED
    except Exception as error:
        if debugging():
            traceback.print_exc()
        kind = "" if isinstance(error, OSError) else f"{type(error).__name__}: "
        path = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        _complain(f"{path}{kind}{one_line(error)} (NOODLE_TRM_DEBUG_MODE=1 shows where)")
        return FAILED
    finally:
        try:
            sys.stderr.flush()
        except (OSError, ValueError):
            _discard(sys.stderr)
        if before is not None:
            with suppress(ValueError):
                signal.signal(signal.SIGTERM, before)
