"""
numba/numba#4915: The value of the variable does not change in the `while True:` loops
"""


def foo(value):
    seen = []
    a = 0
    while True:
        seen.append(value)
        value = value * 16807 % 2147483647
        if a > 3:
            return seen, value
        a += 1
# --- wrong
def foo(value):
    seen = []
    step = value * 16807 % 2147483647
    for a in range(5):
        seen.append(value)
    return seen, step
# --- driver
attempt(foo, 65)
attempt(foo, 65.5)
