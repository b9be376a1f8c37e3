"""
pallets/jinja: optimizer.py, loop unrolling doesn't work because unrolled loops would have a different scope

The closures of all turns share one variable, which keeps its last value.
"""


def make():
    found = []
    for step in (1, 2, 3):
        found.append(lambda: step)
    return [one() for one in found], step


def neighbours(x, y):
    found = []
    for dx, dy in ((0, 1), (1, 0)):
        found.append((x + dx, y + dy))
    return found, dx, dy
# --- wrong
def make():
    found = [lambda: 1, lambda: 2, lambda: 3]
    return [one() for one in found], 3


def neighbours(x, y):
    return [(x, y + 1), (x + 1, y)], 1, 0
# --- driver
attempt(make)
attempt(neighbours, 1, 2)
attempt(neighbours, 1.5, -0.0)
attempt(neighbours, "a", "b")
