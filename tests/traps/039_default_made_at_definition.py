"""
astral-sh/ruff#8108: Upgrade mutable-argument-defaults to unsafe

A default is computed when the function is defined, not when it is called.
"""

size = 3


def frame(width=[size] * 2, *, depth=size + 1):
    return width, depth


size = 9
# --- wrong
size = 3


def frame(width=None, *, depth=None):
    return width or [size] * 2, depth or size + 1


size = 9
# --- driver
attempt(frame)
attempt(frame, [], depth=0)
