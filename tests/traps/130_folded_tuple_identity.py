"""
python/cpython#2858: Move constant folding at AST level

Two lists are two objects, whatever is in them.
"""


def tables():
    first = [3, 4]
    second = [3, 4]
    rows = [[0] * 2 for _ in range(2)]
    rows[0][0] = 1
    return first is second, rows, rows[0] is rows[1]
# --- wrong
def tables():
    first = second = [3, 4]
    rows = [[0] * 2] * 2
    rows[0][0] = 1
    return first is second, rows, rows[0] is rows[1]
# --- driver
attempt(tables)
