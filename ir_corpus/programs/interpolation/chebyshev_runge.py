# calls: runge(11, 40), runge(4, 100), runge(21, 8)
from math import cos, pi


def f(x):
    return 1 / (1 + 25 * x * x)


def equal_nodes(n):
    return [-1 + 2 * i / (n - 1) for i in range(n)]


def chebyshev_nodes(n):
    return [cos((2 * i + 1) * pi / (2 * n)) for i in range(n)]


def weights(nodes):
    w = []
    for i, a in enumerate(nodes):
        product = 1.0
        for j, b in enumerate(nodes):
            if i != j:
                product *= a - b
        w.append(1 / product)
    return w


def barycentric(nodes, w, x):
    top = bottom = 0.0
    for i in range(len(nodes)):
        if x == nodes[i]:
            return f(x)
        part = w[i] / (x - nodes[i])
        top += part * f(nodes[i])
        bottom += part
    return top / bottom


def worst_error(nodes, tests):
    w = weights(nodes)
    worst, where = 0.0, None
    for k in range(tests + 1):
        x = -0.99 + 1.98 * k / tests
        error = abs(barycentric(nodes, w, x) - f(x))
        if error > worst:
            worst, where = error, x
    return worst, where


def runge(n, tests):
    e, at = worst_error(equal_nodes(n), tests)
    c, ct = worst_error(chebyshev_nodes(n), tests)
    if c == 0:
        return 'exact'
    return '%d nodes: %.5f at %.2f, %.5f at %.2f, ratio %.2f' % (n, e, at, c, ct, e / c)
