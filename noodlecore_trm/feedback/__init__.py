"""What optimized code really did at run time, kept for later learning."""

from noodlecore_trm.feedback.changes import OUTCOMES, ExecutionMetrics, MeasuredChange
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
