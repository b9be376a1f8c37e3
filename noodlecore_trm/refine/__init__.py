"""The loop of proposing, judging and improving, as a state machine that owns neither model nor judge."""

from noodlecore_trm.refine.loop import (
    Directive,
    Event,
    Failed,
    Finish,
    Improve,
    Judged,
    Limits,
    Phase,
    Proposed,
    Reason,
    Refinement,
    Stopped,
    Supervise,
    Tried,
    Verdict,
    advance,
    begin,
)
from noodlecore_trm.refine.trace import trace

__all__ = [
    "Directive",
    "Event",
    "Failed",
    "Finish",
    "Improve",
    "Judged",
    "Limits",
    "Phase",
    "Proposed",
    "Reason",
    "Refinement",
    "Stopped",
    "Supervise",
    "Tried",
    "Verdict",
    "advance",
    "begin",
    "trace",
]
