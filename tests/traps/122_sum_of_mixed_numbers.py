"""
python/cpython#122234: Accuracy issues of sum() specialization for floats/complexes
"""


def total(numbers):
    result = 0
    for number in numbers:
        result = result + number
    return result
# --- wrong
def total(numbers):
    result = 0
    for number in reversed(list(numbers)):
        result = number + result
    return result
# --- driver
attempt(total, [1.0, 10**16, 1.0, -(10**16)])
attempt(total, [2j, 1.0, 1e20, 1.0, -1e20])
attempt(total, [True, True])
