"""
pyston/pyston_v1#171: Lists should compare by identity in addition to equality
"""


def same(xs, ys):
    return xs == ys
# --- wrong
def same(xs, ys):
    return len(xs) == len(ys) and all(x == y for x, y in zip(xs, ys))
# --- driver
nan = float("nan")
attempt(same, [nan], [nan])
attempt(same, [nan], [float("nan")])
attempt(same, [1], (1,))
