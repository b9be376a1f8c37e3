"""
astral-sh/ruff#20632: C413 documentation implies the fix is unsafer than it is

`reversed(sorted(...))` turns equals round, `reverse=True` does not.
"""


def downwards(pairs):
    return list(reversed(sorted(pairs, key=lambda pair: pair[0])))
# --- wrong
def downwards(pairs):
    return sorted(pairs, key=lambda pair: pair[0], reverse=True)
# --- driver
attempt(downwards, [(1, "a"), (2, "b"), (1, "c")])
