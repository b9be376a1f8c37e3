"""When to look for garbage."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_CHANGES: Final = threading.Lock()
_RARE: Final = (500_000, 10, 10)
"""Objects more than before at which garbage is looked for: about 100 MB of them."""
_users = 0
_before: tuple[int, int, int] = (0, 0, 0)


@contextmanager
def collection_rare() -> Iterator[None]:
    """
    Let the cyclic garbage collector look only now and then while large structures are built; also a decorator.

    Nearly all that is being built is alive, so that looking through it again and again finds nothing; it
    takes a quarter of the time. The collector is the interpreter's: the last thread to leave sets it as it was.
    """
    global _users, _before
    with _CHANGES:
        if _users == 0:
            _before = gc.get_threshold()
            if 0 < _before[0] < _RARE[0]:
                gc.set_threshold(*_RARE)
        _users += 1
    try:
        yield
    finally:
        with _CHANGES:
            _users -= 1
            if _users == 0:
                gc.set_threshold(*_before)
