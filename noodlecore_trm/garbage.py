"""When not to look for garbage."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_CHANGES: Final = threading.Lock()
_users = 0
_enabled = False


@contextmanager
def collection_paused() -> Iterator[None]:
    """
    Pause the cyclic garbage collector while a large structure is built; also a decorator.

    Everything being built is alive, so that looking through it again and again finds nothing; it
    takes a third of the time. The collector is the interpreter's: the last thread to leave turns
    it on again, if it was on.
    """
    global _users, _enabled
    with _CHANGES:
        if _users == 0:
            _enabled = gc.isenabled()
            gc.disable()
        _users += 1
    try:
        yield
    finally:
        with _CHANGES:
            _users -= 1
            if _users == 0 and _enabled:
                gc.enable()
