"""
astral-sh/ruff#16080: Correct ordering of arguments in fix for `if-stmt-min-max`

The builtins keep the first of equals, and what a NaN does depends on where it stands.
"""


def lowest(a, b, c):
    return min(a, b, c), max(a, b), min(b, a), max(c, min(a, b))
# --- wrong
def lowest(a, b, c):
    low = a if a < b else b
    return (low if low < c else c), (a if a > b else b), (b if b < a else a), max(c, min(b, a))
# --- driver
nan = float("nan")
for values in ((1, 1.0, True), (nan, 1, 2), (1, nan, 2), (1, 2, nan), (0.0, -0.0, 0), ("a", "b", "c"), (1, "a", 2)):
    attempt(lowest, *values)
