"""What a run needs to go on as if it had never stopped, in a file that is there whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

import torch

from noodlecore_trm.errors import ModelLoadError
from noodlecore_trm.files import write_whole

VERSION: Final = 1


def save_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write tensors, numbers and strings by name. Raises OSError."""
    whole = io.BytesIO()
    torch.save({**state, "version": VERSION}, whole)
    write_whole(path, whole.getvalue())


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
        said = " ".join(str(problem).split())[:120]
        raise ModelLoadError(f"{path}: no checkpoint; without it the run begins anew: {said}") from None
    if found != VERSION:
        raise ModelLoadError(f"{path}: a checkpoint of version {found}, not {VERSION}")
    return state
