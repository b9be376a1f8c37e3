# calls: node_voltages(9, [(i, i + 1, 10.0 + i) for i in range(8)] + [(0, 4, 47.0), (2, 6, 33.0), (3, 8, 22.0)], 12.0), node_voltages(3, [(0, 1, 100), (1, 2, 100)], 5)
def conductances(n, resistors):
    g = [[0.0] * n for _ in range(n)]
    for a, b, ohm in resistors:
        g[a][a] += 1 / ohm
        g[b][b] += 1 / ohm
        g[a][b] -= 1 / ohm
        g[b][a] -= 1 / ohm
    return g


def eliminate(m, rhs):
    n = len(rhs)
    for col in range(n):
        pivot = col
        for r in range(col + 1, n):
            if abs(m[r][col]) > abs(m[pivot][col]):
                pivot = r
        m[col], m[pivot] = m[pivot], m[col]
        rhs[col], rhs[pivot] = rhs[pivot], rhs[col]
        for r in range(col + 1, n):
            f = m[r][col] / m[col][col]
            for c in range(col, n):
                m[r][c] -= f * m[col][c]
            rhs[r] -= f * rhs[col]
    x = [0.0] * n
    for r in range(n - 1, -1, -1):
        x[r] = (rhs[r] - sum(m[r][c] * x[c] for c in range(r + 1, n))) / m[r][r]
    return x


def node_voltages(n, resistors, supply):
    g = conductances(n, resistors)
    rhs = [0.0] * n
    for fixed, volts in ((0, 0.0), (n - 1, supply)):
        for c in range(n):
            g[fixed][c] = 1.0 if c == fixed else 0.0
        rhs[fixed] = volts
    volts = eliminate(g, rhs)
    heat = sum((volts[a] - volts[b]) ** 2 / ohm for a, b, ohm in resistors)
    return [round(v, 5) for v in volts], round(heat, 6)
