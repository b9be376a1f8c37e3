"""
One run of a program with optimized functions, as seen from outside: it is given its code, and tells what it measured.

The program's process loads none of the optimizer. It asks here, over a socket that only this user can reach; where
nobody answers any more, it runs the originals.
"""

from __future__ import annotations

import marshal
import os
import selectors
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from noodlecore_trm.launch.process import run_in_process
from noodlecore_trm.live.versions import versions

_SECONDS: Final = 5.0
"""How long the program may take to say what it has begun to say."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Optimized:
    """
    The text of a file after optimizing, the functions that can do nothing but compute, in both texts, and those that
    are `held`: they run as they were from the start.
    """

    text: bytes
    pure: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()


class Session:
    """
    Runs a program once.

    `optimized` gives what a file (path and bytes) is optimized to, or None for what it already is; where it raises,
    the file runs as it is, and `failed` is told why.
    Trials get `share` of the program's processor time. `heard` gets what they measured, as `trials.Trial.row` gives it,
    again and again for the same function.
    """

    def __init__(
        self,
        optimized: Callable[[str, bytes], Optimized | None],
        share: float,
        heard: Callable[[Row], None],
        failed: Callable[[Exception], None] = lambda problem: None,
    ) -> None:
        self._optimized = optimized
        self._share = share
        self._heard = heard
        self._failed = failed
        self._token = f"noodle {os.urandom(8).hex()}"

    def run(self, kind: str, name: str, arguments: Sequence[str]) -> int:
        """Run a `script` or a `module` to its end; returns its exit code as a shell gives it."""
        with tempfile.TemporaryDirectory(prefix="noodle-", dir=_short_folder()) as folder:
            address = os.path.join(folder, "s")
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind(address)
                listener.listen(64)
                listener.setblocking(False)
                given = [address, repr(self._share), self._token, kind, name, *arguments]
                return run_in_process(
                    "noodlecore_trm.live.program", given, lambda process: self._serve(process, listener)
                )

    def _serve(self, process: subprocess.Popen[bytes], listener: socket.socket) -> int:
        here, there = socket.socketpair()
        codes: list[int] = []

        def wait() -> None:
            codes.append(process.wait())
            there.close()

        with here, selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            selector.register(here, selectors.EVENT_READ)
            waiting = threading.Thread(target=wait, daemon=True)
            waiting.start()
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                if listener in ready:
                    with suppress(OSError):
                        link, _ = listener.accept()
                        with link:
                            self._answer(link)
                elif here in ready:
                    waiting.join()
                    return codes[0]

    def _answer(self, link: socket.socket) -> None:
        link.settimeout(_SECONDS)
        size = int.from_bytes(_received(link, 8), "little")
        try:
            kind, *rest = marshal.loads(_received(link, size))
        except (ValueError, EOFError, TypeError):
            return
        answer: object = None
        try:
            if kind == "file":
                path, source = rest
                answer = self._code(path, source)
            elif kind == "rows":
                for row in rest[0]:
                    self._heard(row)
        except Exception as problem:  # whatever is wrong here, the program goes on
            self._failed(problem)
        link.sendall(marshal.dumps(answer))  # type: ignore[arg-type]

    def _code(self, path: str, source: bytes) -> object:
        """The module's code and its units as plain tuples, or None for what runs as it is."""
        found = self._optimized(path, source)
        if found is None or found.text == source:
            return None
        try:
            made = versions(source, found.text, path, pure=found.pure, token=self._token)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        return made.code, [None if unit is None else (unit.name in found.held, *unit.plain()) for unit in made.units]


def _received(link: socket.socket, size: int) -> bytes:
    """So many bytes, or fewer if the other side has no more. Raises OSError."""
    parts: list[bytes] = []
    while size > 0 and (part := link.recv(min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _short_folder() -> str | None:
    """Where the path of a socket, at most some 100 bytes, fits."""
    usual = tempfile.gettempdir()
    return usual if len(os.fsencode(usual)) < 60 else "/tmp"
