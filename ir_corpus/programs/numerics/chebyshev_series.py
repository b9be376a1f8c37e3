# calls: error_scan([1.0, 0.5, -0.25, 0.1, 0.02, -0.004], 120)
# calls: error_scan([0.3] * 24, 16)
import math


def clenshaw(c, x):
    b1 = b2 = 0.0
    for k in range(len(c) - 1, 0, -1):
        b1, b2 = c[k] + 2 * x * b1 - b2, b1
    return c[0] + x * b1 - b2


def direct(c, x):
    total = 0.0
    for k in range(len(c)):
        total += c[k] * math.cos(k * math.acos(x))
    return total


def nodes(n):
    return [math.cos(math.pi * (k + 0.5) / n) for k in range(n)]


def error_scan(c, n):
    worst = 0.0
    where = None
    for x in nodes(n):
        e = abs(clenshaw(c, x) - direct(c, x))
        if e > worst:
            worst = e
            where = x
    sizes = []
    cut = len(c)
    while cut > 1:
        tail = 0.0
        for k in range(cut, len(c)):
            tail += abs(c[k])
        sizes.append((cut, tail))
        cut = cut // 2
    return worst < 1e-12, where is not None, sizes
