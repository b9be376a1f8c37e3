"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


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
