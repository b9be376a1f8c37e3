"""
python/cpython#111933: broken link to A.Neumaier article in built-in sum comment
"""


def combine(a, b, c):
    return a + b + c, a + (b + c), a * b * c, a * (b * c), (a + c) + b
# --- wrong
def combine(a, b, c):
    one, product = a + b + c, a * b * c
    return one, one, product, product, one
# --- driver
attempt(combine, 0.1, 0.2, 0.3)
attempt(combine, 1e308, 10.0, 1e-308)
attempt(combine, 1, 2, 3)
