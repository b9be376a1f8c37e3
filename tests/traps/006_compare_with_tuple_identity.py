"""
astral-sh/ruff#26572: Add fix safety docs (SIM101, SIM105, SIM108, SIM109, ...)

`in` takes the same object for equal, `==` asks it.
"""


def is_either(value, one, other):
    return value == one or value == other
# --- wrong
def is_either(value, one, other):
    return value in (one, other)
# --- driver
nan = float("nan")
attempt(is_either, nan, nan, 1.0)
attempt(is_either, 1.0, nan, 1.0)
