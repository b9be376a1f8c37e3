"""
astral-sh/ruff#9928: PLR6201 fails but cannot be fixed on `list in tuple(list, list)`

The elements themselves cannot be hashed.
Kept: in (first, second)
"""


def chosen(x):
    first = [1, 2]
    second = [3]
    return x in (first, second)
# --- wrong
def chosen(x):
    first = [1, 2]
    second = [3]
    return x in {first, second}
# --- driver
attempt(chosen, [3])
attempt(chosen, 3)
