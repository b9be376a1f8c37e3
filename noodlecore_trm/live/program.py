"""
The process that runs the user's program with optimized functions.

It is started with the arguments ADDRESS SHARE TOKEN script|module NAME ARGUMENT... by `session`, asks it for the code
of each file, and tells it what was measured. Standard library only.
"""

from __future__ import annotations

import marshal
import sys
import types
from _socket import AF_UNIX, SOCK_STREAM, socket
from collections.abc import Callable
from typing import Any, Final

from noodlecore_trm.launch.program import run_program
from noodlecore_trm.live.trials import Row, Trials

_SECONDS: Final = 2.0
"""How long it may take to tell what was measured."""


def _ask(address: str, message: tuple[Any, ...], timeout: float | None) -> Any:
    """The answer; None where there is nobody to answer."""
    try:
        link = socket(AF_UNIX, SOCK_STREAM)
        try:
            link.settimeout(timeout)
            link.connect(address)
            data = marshal.dumps(message)
            link.sendall(len(data).to_bytes(8, "little") + data)
            parts = []
            while part := link.recv(1 << 16):
                parts.append(part)
        finally:
            link.close()
        return marshal.loads(b"".join(parts))
    except (OSError, ValueError, EOFError, TypeError):
        return None


def main() -> None:
    """Run a program to its end."""
    address, share, token, kind, name, *arguments = sys.argv[1:]

    def send(rows: list[Row]) -> None:
        _ask(address, ("rows", rows), _SECONDS)

    trials = Trials(float(share), send)

    def hook(plain: Callable[[], types.CodeType], source: bytes, path: str) -> types.CodeType:
        code = plain()
        answer = _ask(address, ("file", path, source), None)
        if answer is None:
            return code
        optimized, units = answer
        code = trials.adopt(optimized, units, path, token)
        trials.watch()
        return code

    trials.start()
    run_program(hook, kind, name, arguments)
