"""
astral-sh/ruff#2218: SIM103 changes behavior
"""


def flag(bar):
    if bar:
        return True
    else:
        return False
# --- wrong
def flag(bar):
    return bar
# --- driver
attempt(flag, 1)
attempt(flag, [])
