"""
astral-sh/ruff#20694: B905 and B912 fixes should be unsafe
"""


def pairs(xs, ys):
    found = []
    for index in range(len(xs)):
        found.append((xs[index], ys[index]))
    return found
# --- wrong
def pairs(xs, ys):
    return [(x, y) for x, y in zip(xs, ys)]
# --- driver
attempt(pairs, [1, 2], [3, 4, 5])
attempt(pairs, [1, 2], [3])
attempt(pairs, "ab", {0: "x", 1: "y"})
