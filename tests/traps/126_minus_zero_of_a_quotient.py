"""
python/cpython#123796: When dividing - 0 with - 1 in python
"""


def signs(x):
    return 0 / -1, -0 / 1, x * -1, 0 - x, x + 0, x + 0.0, x * 1, x - 0.0, -x
# --- wrong
def signs(x):
    return 0.0, 0.0, -x, -x, x, x, x, x, -x
# --- driver
attempt(signs, 0.0)
attempt(signs, -0.0)
attempt(signs, True)
attempt(signs, 2)
