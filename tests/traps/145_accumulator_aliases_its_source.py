"""
serge-sans-paille/pythran#2456: Loop-carried lazy expression aliases itself, giving a wrong result
"""


def add(rows, n):
    total = rows[0]
    for i in range(n):
        total = total + rows[i]
    return total, rows
# --- wrong
def add(rows, n):
    total = rows[0]
    for i in range(n):
        total += rows[i]
    return total, rows
# --- driver
attempt(add, [[1], [2], [3]], 3)
attempt(add, [(1,), (2,)], 2)
attempt(add, [1, 2], 2)
attempt(add, [[1], (2,)], 2)
