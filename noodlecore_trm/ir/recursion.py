"""Room for deeply nested programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_LIMIT = 100_000


@contextmanager
def deep_recursion() -> Iterator[None]:
    """
    Let Python functions call each other as deep as a parsed file can nest.

    Calls between Python functions take no C stack since CPython 3.11, so the limit only has to be
    out of the way. `ast.parse` and `compile` must stay outside: they do use the C stack.
    """
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _LIMIT))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
