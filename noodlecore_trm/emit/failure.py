"""What emission says when it will not write a module."""

from __future__ import annotations


class EmissionError(ValueError):
    """A module that cannot be written without changing what it means or losing a comment; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
