"""
cython/cython#3323: Generator expression and comprehension scope

The first iterable belongs to the function, the rest to the comprehension.
"""


def table(x):
    return [[x, y] for x in range(x) for y in range(x)], x
# --- wrong
def table(x):
    found = []
    for x in range(x):
        for y in range(x):
            found.append([x, y])
    return found, x
# --- driver
attempt(table, 3)
attempt(table, 0)
