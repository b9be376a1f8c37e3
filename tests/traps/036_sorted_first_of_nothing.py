"""
astral-sh/ruff#25317: Document `FURB192` exception change for empty sequences
"""


def least(numbers):
    return sorted(numbers)[0]
# --- wrong
def least(numbers):
    return min(numbers)
# --- driver
attempt(least, [])
attempt(least, [2, 1, 1.0])
attempt(least, [2, float("nan"), 1])
attempt(least, iter([3, 1]))
