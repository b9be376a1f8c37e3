"""What optimized code really did at run time, kept for later learning. SQLite is loaded when it is needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from noodlecore_trm.feedback.changes import OUTCOMES, ExecutionMetrics, MeasuredChange

if TYPE_CHECKING:
    from noodlecore_trm.feedback.store import EVERYTHING, FeedbackStore, Selection, StoreError, default_path

__all__ = [
    "EVERYTHING",
    "OUTCOMES",
    "ExecutionMetrics",
    "FeedbackStore",
    "MeasuredChange",
    "Selection",
    "StoreError",
    "default_path",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("noodlecore_trm.feedback.store"), name)
