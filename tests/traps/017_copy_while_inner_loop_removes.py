"""
astral-sh/ruff#9925: PERF101 false positive

Kept: list(factors)
"""


def divide(factors):
    for factor in list(factors):
        while factor in factors and len(factors) > 1:
            factors.remove(factor)
    return factors
# --- wrong
def divide(factors):
    for factor in factors:
        while factor in factors and len(factors) > 1:
            factors.remove(factor)
    return factors
# --- driver
attempt(divide, [2, 2, 3, 3, 5])
attempt(divide, [2, 2, 3, 3, 5, 5, 7, 7, 7])
attempt(divide, [1, 2, 3, 4])
