"""
astral-sh/ruff#19789: New rule from refurb: `FURB115`

`len` and truth are two questions, and not everything has both.
Kept: len(items) == 0
"""


def is_empty(items):
    if len(items) == 0:
        return "empty"
    return "filled"
# --- wrong
def is_empty(items):
    if not items:
        return "empty"
    return "filled"
# --- driver
class Array:
    def __len__(self):
        return 2

    def __bool__(self):
        raise ValueError("ambiguous")


attempt(is_empty, Array())
attempt(is_empty, None)
attempt(is_empty, iter(()))
attempt(is_empty, "")
