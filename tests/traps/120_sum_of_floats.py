"""
python/cpython#100425: Improve accuracy of builtin sum() for float inputs

Since 3.12 `sum` does not add floats one by one.
"""


def total(numbers):
    result = 0.0
    for number in numbers:
        result += number
    return result
# --- wrong
import math


def total(numbers):
    return math.fsum(numbers)
# --- driver
attempt(total, [0.1] * 10)
attempt(total, [1e16, 1.0, -1e16])
attempt(total, [])
attempt(total, [1, 2])
attempt(total, ["a"])
