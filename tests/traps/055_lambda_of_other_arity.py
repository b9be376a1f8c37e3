"""
astral-sh/ruff#15796: C417 false positive when not exactly 1 lambda parameter
"""


def firsts(pairs):
    return list(map(lambda x, y: x, pairs))
# --- wrong
def firsts(pairs):
    return [x for x, y in pairs]
# --- driver
attempt(firsts, [(1, 2), (3, 4)])
attempt(firsts, "xyz")
attempt(firsts, [])
