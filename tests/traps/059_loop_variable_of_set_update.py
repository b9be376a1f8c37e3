"""
astral-sh/ruff#18575: FURB142 false positive when the target variable is used beyond the `add` or `discard` call
"""


def merge(numbers):
    found = {1, 2}
    x = None
    for x in numbers:
        found.add(x)
    return sorted(found), x
# --- wrong
def merge(numbers):
    found = {1, 2}
    x = None
    found.update(numbers)
    return sorted(found), x
# --- driver
attempt(merge, (2, 3))
attempt(merge, ())
