"""
astral-sh/ruff#24131: PLR6201 does not consider if the left operand is hashable

Kept: flag not in (None, True, False)
"""


def check(flag):
    if flag not in (None, True, False):
        raise ValueError("must be a bool")
    return flag
# --- wrong
def check(flag):
    if flag not in {None, True, False}:
        raise ValueError("must be a bool")
    return flag
# --- driver
attempt(check, [])
attempt(check, 1)
attempt(check, 0.0)
attempt(check, "x")
