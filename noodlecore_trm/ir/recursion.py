"""Room for deeply nested programs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_LIMIT: Final = 100_000
_CHANGES_LIMIT: Final = threading.Lock()
_users = 0
_before = 0


@contextmanager
def deep_recursion() -> Iterator[None]:
    """
    Let Python functions call each other as deep as a parsed file can nest.

    Calls between Python functions take no C stack since CPython 3.11, so the limit only has to be
    out of the way. `ast.parse` and `compile` must stay outside: they do use the C stack. The limit
    is the interpreter's, so the last of several threads to leave restores it.
    """
    global _users, _before
    with _CHANGES_LIMIT:
        if _users == 0:
            _before = sys.getrecursionlimit()
            sys.setrecursionlimit(max(_before, _LIMIT))
        _users += 1
    try:
        yield
    finally:
        with _CHANGES_LIMIT:
            _users -= 1
            if _users == 0:
                sys.setrecursionlimit(_before)
