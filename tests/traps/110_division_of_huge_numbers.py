"""
pyston/pyston_v1#850: Int division overflow issue

Integers have no size: neither shifts nor floats may stand for division.
"""


def parts(n):
    return n // 2, n // -2, (n * 3) // 3, n % 4, n / 2
# --- wrong
def parts(n):
    return int(n / 2), -(n >> 1), int(n * 3 / 3), n & 3, n / 2
# --- driver
attempt(parts, 2**63 - 1)
attempt(parts, -(2**63) - 1)
attempt(parts, 10**400)
attempt(parts, 3.5)
