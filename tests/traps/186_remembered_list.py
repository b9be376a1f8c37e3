"""
brownplt/lambda-py#41: mutable aliasing

A function that gives out a new list each time must go on doing so.
"""


def row(n):
    return [0] * n


def grid(n):
    rows = []
    for _ in range(n):
        rows.append(row(n))
    rows[0][0] = 1
    return rows, rows[0] is rows[-1]
# --- wrong
def row(n):
    return [0] * n


def grid(n):
    rows = [row(n)] * n
    rows[0][0] = 1
    return rows, rows[0] is rows[-1]
# --- driver
attempt(grid, 2)
attempt(grid, 1)
attempt(grid, 0)
