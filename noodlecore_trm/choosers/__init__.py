"""Choosers rank what the rules have proven legal: classic, search, trm."""

from __future__ import annotations

from noodlecore_trm.choosers.chooser import (
    Answer,
    Choice,
    Chooser,
    ChooserUnavailable,
    Preview,
    Proposal,
    Proposer,
    State,
    Unsuited,
)
from noodlecore_trm.choosers.classic import ClassicChooser
from noodlecore_trm.choosers.fallback import FallbackChooser, with_fallback
from noodlecore_trm.choosers.search import SearchChooser
from noodlecore_trm.choosers.trm import TRMChooser
from noodlecore_trm.errors import OptimizationError

__all__ = [
    "Answer",
    "Choice",
    "Chooser",
    "ChooserUnavailable",
    "ClassicChooser",
    "FallbackChooser",
    "Preview",
    "Proposal",
    "Proposer",
    "SearchChooser",
    "State",
    "TRMChooser",
    "Unsuited",
    "make_chooser",
    "with_fallback",
]

NAMES = ("trm", "classic", "search")


def make_chooser(name: str, model_path: str = "", precision: str = "") -> FallbackChooser:
    """
    The chooser of that name, with the classic one behind it; `model_path` and `precision` are of its model. Raises
    OptimizationError for other names.
    """
    classic = ClassicChooser()
    if name == "classic":
        return with_fallback(lambda: classic, classic)
    if name == "search":
        return with_fallback(SearchChooser, classic)
    if name == "trm":
        return with_fallback(lambda: TRMChooser(model_path, precision=precision), classic)
    raise OptimizationError(f"unknown chooser {name!r}; there are {', '.join(NAMES)}")
