"""What the user sees: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, Final

_COLOURS: Final = {"bold": "1", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


class CommandError(Exception):
    """A failure to report in one line, with exit code 2."""


def plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def debugging() -> bool:
    """Whether NOODLE_TRM_DEBUG_MODE asks for tracebacks."""
    return os.environ.get("NOODLE_TRM_DEBUG_MODE", "").lower() in ("1", "true", "yes", "on")


def one_line(error: BaseException) -> str:
    """The message of an exception on one line; an OSError without number and path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    text = " ".join(str(error).split())
    return text if len(text) <= 300 else text[:297] + "..."


def printable(text: str) -> str:
    """The text with control characters and undecodable bytes escaped: a file name may hold any."""
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def _coloured(stream: IO[Any]) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


class Console:
    """
    Lines for people go to standard error, results as bytes to standard output.

    While a progress bar is on the terminal both are held back, so that they do not tear it.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.colour_out = _coloured(sys.stdout)
        self.colour_err = _coloured(sys.stderr)
        self._held: list[str | bytes] | None = None

    def say(self, line: str, colour: str = "") -> None:
        """Print a line for people, unless told to be quiet."""
        if not self.quiet:
            text = printable(line)
            self._err(paint(text, colour) if colour and self.colour_err else text)

    def warn(self, line: str) -> None:
        """Print a line that even `--quiet` shows."""
        text = printable(line)
        self._err(paint(text, "yellow") if self.colour_err else text)

    def write(self, data: bytes) -> None:
        """Write results; raises BrokenPipeError when nobody reads them."""
        if self._held is not None:
            self._held.append(data)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def print(self, text: str) -> None:
        """Write results that are text, in UTF-8 whatever the locale."""
        self.write(text.encode("utf-8", "surrogateescape"))

    def _err(self, line: str) -> None:
        if self._held is not None:
            self._held.append(line)
            return
        with suppress(OSError):  # who cannot be told of a result has it all the same
            sys.stderr.write(line + "\n")  # one write, so that lines of parallel runs do not mix
            sys.stderr.flush()

    def _release(self) -> None:
        held, self._held = self._held, None
        for item in held or ():
            if isinstance(item, bytes):
                self.write(item)
            else:
                self._err(item)

    @contextmanager
    def progress(self, title: str, total: int) -> Iterator[Progress]:
        """A progress bar, shown only for more than three files and on a terminal."""
        if self.quiet or total <= 3 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield Progress()
            return
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        bar = Bar(*columns, console=RichConsole(stderr=True), transient=True)
        task = bar.add_task(title, total=total)
        self._held = []
        try:
            with bar:
                yield Progress(lambda: bar.advance(task))
        finally:
            self._release()


class Progress:
    """Counts finished files, on a bar if there is one."""

    def __init__(self, advance: Callable[[], None] | None = None) -> None:
        self._advance = advance

    def step(self) -> None:
        if self._advance is not None:
            self._advance()
