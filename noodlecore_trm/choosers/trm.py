"""The seat of the learned chooser."""

from __future__ import annotations

import os
from pathlib import Path

from noodlecore_trm.choosers.chooser import ChooserUnavailable, State
from noodlecore_trm.rules.listing import Candidate
from noodlecore_trm.rules.rule import Rule


class TRMChooser:
    """
    Scores candidates with the recursive model at a path, or at `NOODLE_TRM_MODEL_PATH`.

    Raises ChooserUnavailable when no model is installed.
    """

    name = "trm"

    def __init__(self, model_path: str = "") -> None:
        path = model_path or os.environ.get("NOODLE_TRM_MODEL_PATH", "")
        if not path:
            raise ChooserUnavailable("no model installed")
        if not Path(path).is_file():
            raise ChooserUnavailable(f"no model at {path}")
        raise ChooserUnavailable(f"{path} is not a model this version can read")

    def wants(self, rule: Rule) -> bool:
        return True

    def choose(self, state: State) -> Candidate | None:
        raise ChooserUnavailable("no model installed")
