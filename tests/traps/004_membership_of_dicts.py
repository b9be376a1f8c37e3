"""
astral-sh/ruff#8096: PLR6201 autofix is unsafe without type information
"""


def is_one_of(sought, one, other):
    return sought in (one, other)
# --- wrong
def is_one_of(sought, one, other):
    return sought in {one, other}
# --- driver
attempt(is_one_of, {"foo": 1}, {"foo": 1}, {"foo": 2})
attempt(is_one_of, 1, 2, 1)
