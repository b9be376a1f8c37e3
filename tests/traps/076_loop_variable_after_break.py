"""
astral-sh/ruff#2207: B007 breaks code
"""


def find(rows):
    for key, value, weight in rows:
        if key or weight:
            break
    return value
# --- wrong
def find(rows):
    value = None
    for key, _value, weight in rows:
        if key or weight:
            break
    return value
# --- driver
attempt(find, [("", "a", 0), ("k", "b", 0), ("k", "c", 0)])
attempt(find, [])
