"""
astral-sh/ty#162: walrus expressions in a comprehension scope "leak" into the comprehension's enclosing scope
"""


def scan(numbers):
    x = y = "kept"
    found = [(x := y * 2) for y in numbers]
    return found, x, y
# --- wrong
def scan(numbers):
    x = y = "kept"
    found = [y * 2 for y in numbers]
    return found, x, y
# --- driver
attempt(scan, [0, 1])
attempt(scan, [])
