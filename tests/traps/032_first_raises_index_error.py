"""
astral-sh/ruff#7795: RUF015 leading to autofix error (`IndexError` gets changed to `StopIteration`)
"""


def first(items):
    try:
        return list(items)[0]
    except IndexError:
        return "none"
# --- wrong
def first(items):
    try:
        return next(iter(items))
    except IndexError:
        return "none"
# --- driver
attempt(first, ())
attempt(first, (3, 4))
