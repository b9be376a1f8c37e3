"""What optimized code really did at run time, kept for later learning."""

from noodlecore_trm.feedback.store import ExecutionMetrics, FeedbackStore

__all__ = ["ExecutionMetrics", "FeedbackStore"]
