"""
python/cpython#88858: Const folding in parser with negative numbers doesn't match float/int behaviour

`-1 ** n` is `-(1 ** n)`.
"""


def powers(n):
    return -1**n, (-1) ** n, -2**2, -0.0, 0 - 0.0, -(0.0), 2**-1, -n**2
# --- wrong
def powers(n):
    return (-1) ** n, (-1) ** n, 4, 0.0, 0.0, 0.0, 0, n**2
# --- driver
attempt(powers, 2)
attempt(powers, 0.0)
attempt(powers, 3)
