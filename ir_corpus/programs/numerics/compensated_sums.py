# calls: compare([1.0 / (i + 1) ** 2 for i in range(600)]), compare([1e16, 1.0, -1e16] * 50)
# calls: compare([0.1] * 30)
import math


def naive(values):
    total = 0.0
    for v in values:
        total += v
    return total


def kahan(values):
    total = 0.0
    c = 0.0
    for i in range(len(values)):
        y = values[i] - c
        t = total + y
        c = (t - total) - y
        total = t
    return total


def neumaier(values):
    total = 0.0
    c = 0.0
    for v in values:
        t = total + v
        if abs(total) >= abs(v):
            c += (total - t) + v
        else:
            c += (v - t) + total
        total = t
    return total + c


def pairwise(values):
    if len(values) <= 8:
        return naive(values)
    half = len(values) // 2
    return pairwise(values[:half]) + pairwise(values[half:])


def compare(values):
    exact = math.fsum(values)
    errors = {}
    for name, method in [('naive', naive), ('kahan', kahan), ('neumaier', neumaier), ('pairwise', pairwise)]:
        errors[name] = abs(method(values) - exact)
    order = sorted(errors, key=lambda n: errors[n])
    return order[0], errors[order[-1]]
