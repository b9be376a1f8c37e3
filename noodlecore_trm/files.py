"""Files that are there whole or not at all, and JSON that anybody may have written."""

from __future__ import annotations

import json
import os
import re
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

_TEXT: Final = re.compile(rb'"(?:[^"\\]|\\.)*"')
_BRACKETS: Final = b"[]{}"
_OTHERS: Final = bytes(set(range(256)) - set(_BRACKETS))
_DEEPEST: Final = 100


def write_whole(path: str | Path, data: bytes) -> None:
    """
    Write a file so that whoever reads it sees the old one or the new, whenever this process dies and even if the power
    goes. Raises OSError, which names the file.
    """
    path = Path(path)
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(made, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, path)
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror, str(path)) from None
    finally:
        made.unlink(missing_ok=True)


def parse_json(text: str | bytes) -> Any:
    """
    What a JSON text says. Raises ValueError for what is none, or nested as no document of ours is: reading that takes
    the C stack, which has an end without an exception while `deep_recursion` has the limit out of the way.
    """
    whole = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    brackets = _TEXT.sub(b"", whole).translate(None, _OTHERS)
    if max(accumulate(1 if byte in b"[{" else -1 for byte in brackets), default=0) > _DEEPEST:
        raise ValueError("nested too deep")
    return json.loads(text)
