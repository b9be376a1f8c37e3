"""What a run needs to go on as if it had never stopped, in a file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final

import torch

from noodlecore_trm.errors import ModelLoadError

VERSION: Final = 1


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """
    Write a file so that whoever reads it sees the old one or the new, whenever this process dies. One process at a time
    may write a file. Raises OSError.
    """
    made = path.with_name(f".{path.name}.new")
    try:
        with open(made, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, path)
    finally:
        made.unlink(missing_ok=True)


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write tensors, numbers and strings by name. Raises OSError."""
    write_whole(path, lambda file: torch.save({**state, "version": VERSION}, file))


def load_checkpoint(path: Path) -> dict[str, Any]:
    """
    What `save_checkpoint` wrote, with tensors in main memory. Raises ModelLoadError for what is no checkpoint of this
    version, and OSError.
    """
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        found = state["version"]
    except OSError:
        raise
    except Exception as problem:  # there is little that an archive with a changed byte does not raise
        raise ModelLoadError(f"{path}: no checkpoint: {' '.join(str(problem).split())[:200]}") from None
    if found != VERSION:
        raise ModelLoadError(f"{path}: a checkpoint of version {found}, not {VERSION}")
    return state
