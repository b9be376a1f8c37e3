"""
astral-sh/ruff#4769: FLY002: incorrect behavior of automatic fixer on strings

`join` refuses what is no string, an f-string takes anything.
"""


def path(a, b):
    return "/".join([a, "x", b])
# --- wrong
def path(a, b):
    return f"{a}/x/{b}"
# --- driver
attempt(path, "a", "b")
attempt(path, 1, "b")
attempt(path, None, [])
