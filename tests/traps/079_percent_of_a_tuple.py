"""
astral-sh/ruff#3549: `printf-style-formatting` ignores direct-string interpolation

A tuple on the right is several arguments.
Kept: "%s" % x
"""


def show(x):
    return "%s" % x
# --- wrong
def show(x):
    return f"{x}"
# --- wrong
def show(x):
    return str(x)
# --- driver
attempt(show, (1,))
attempt(show, (1, 2))
attempt(show, {"a": 1})
attempt(show, 1.5)
