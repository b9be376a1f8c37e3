"""
astral-sh/ruff#28382: `useless-else-on-loop` (`PLW0120`) - false positive on possibly empty iterable

`else` runs after every loop that was not left, also after one that never turned.
"""


def visit(values, n):
    for value in values:
        print(value)
    else:
        print("end", n)
    while n:
        n -= 1
        if n == 2:
            return "left"
    else:
        print("end", n)
    return "through"
# --- wrong
def visit(values, n):
    for value in values:
        print(value)
    if not values:
        print("end", n)
    while n:
        n -= 1
        if n == 2:
            return "left"
    return "through"
# --- driver
attempt(visit, [], 0)
attempt(visit, [1], 2)
attempt(visit, [1], 5)
