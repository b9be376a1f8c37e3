"""
astral-sh/ruff#4545: Fix SIM110 and SIM111 ranges

`any` gives True or False, never the item; and it stops at once.
"""


def found(items):
    return any(item for item in items)


def first(items):
    for item in items:
        if item:
            return item
    return False
# --- wrong
def found(items):
    for item in items:
        if item:
            return item
    return False


def first(items):
    return any(item for item in items)
# --- driver
for function in (found, first):
    attempt(function, [0, 3, 1 / 3])
    attempt(function, [])
    attempt(function, iter(["", "a"]))
