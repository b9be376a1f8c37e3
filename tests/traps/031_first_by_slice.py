"""
astral-sh/ruff#6148: RUF015 auto fix changes behavior

A slice of nothing is empty, `next` of nothing raises.
"""


def join(a, b):
    return a + [x for x in b if x][:1]
# --- wrong
def join(a, b):
    return [*a, next(x for x in b if x)]
# --- driver
attempt(join, [1], [0])
attempt(join, [1], [0, 2, 3])
