"""
astral-sh/ruff#1984: Avoid removing side effects for boolean simplifications
"""


def quiet(act):
    return act() and False, act() or True, not (act() or 1)
# --- wrong
def quiet(act):
    return False, True, False
# --- driver
attempt(quiet, lambda: print("acted"))
