"""The folder of a training run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from noodlecore_trm.errors import ConfigurationError

SETTINGS, CHECKPOINT = "settings.toml", "checkpoint.pt"
LOG, DEVELOPMENT, BOARD, CURVE = "log.csv", "development.csv", "tensorboard", "curve.png"
CARD, MODEL = "MODEL_CARD.md", "model.safetensors"
WRITTEN: Final = (SETTINGS, CHECKPOINT, LOG, DEVELOPMENT, BOARD, CURVE, CARD, MODEL)
"""What there is in the end."""


def check_folder(folder: Path, *, begun: bool) -> None:
    """
    Raises ConfigurationError for a folder in which a run would overwrite what is of none: it holds files by these names
    only if the run has `begun`.
    """
    if folder.exists() and not folder.is_dir():
        raise ConfigurationError(f"{folder}: it is a file; a run takes a folder")
    lost = [name for name in WRITTEN if (folder / name).exists()]
    if lost and not begun:
        raise ConfigurationError(f"{folder}: it holds {lost[0]} and no run that could go on; give another folder")
