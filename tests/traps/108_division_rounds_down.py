"""
numba/numba#193: Division not consistent with python semantic
"""


def halves(text):
    n = len(text) - 5
    return n // 2, n // -2, -n // 2, -(n // 2), n / 2, int(n / 2), n * 2 // 2
# --- wrong
def halves(text):
    n = len(text) - 5
    return int(n / 2), int(n / -2), -(n // 2), -(n // 2), n / 2, n // 2, n
# --- driver
for size in range(9):
    attempt(halves, "x" * size)
