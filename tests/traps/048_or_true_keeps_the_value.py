"""
astral-sh/ruff#4063: Fix SIM222 and SIM223 false positives and auto-fix
"""


def both(x):
    return (x or True), (x and False), ("foo" and False), ("foo" or True)
# --- wrong
def both(x):
    return True, False, False, True
# --- driver
attempt(both, "foo")
attempt(both, 0)
attempt(both, [])
