"""
astral-sh/ruff#21136: SIM222 overstepping

Kept: or None
"""


def names(items):
    return tuple(item for item in items) or None
# --- wrong
def names(items):
    return tuple(item for item in items)
# --- driver
attempt(names, [])
attempt(names, "ab")
