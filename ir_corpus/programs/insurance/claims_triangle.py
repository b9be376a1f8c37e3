# calls: reserves([[round(1000 * (1 + 0.04 * y) * (1 - 0.55 ** (d + 1)) + y * d * 13 % 29) for d in range(14 - y)] for y in range(14)]), reserves([[100]])
def development(triangle, column):
    upper = 0
    lower = 0
    for row in triangle:
        if len(row) > column + 1:
            upper += row[column + 1]
            lower += row[column]
    if lower == 0:
        return 1.0
    return upper / lower


def complete(triangle):
    n = len(triangle)
    factors = [development(triangle, c) for c in range(n - 1)]
    full = []
    for row in triangle:
        row = list(row)
        while len(row) < n:
            row.append(row[-1] * factors[len(row) - 1])
        full.append(row)
    return full, factors


def mack_spread(triangle, factors):
    out = []
    for c in range(len(factors)):
        cells = [(r[c], r[c + 1]) for r in triangle if len(r) > c + 1]
        if len(cells) < 2:
            out.append(0.0)
            continue
        out.append(sum(a * (b / a - factors[c]) ** 2 for a, b in cells) / (len(cells) - 1))
    return out


def reserves(triangle):
    full, factors = complete(triangle)
    needed = []
    for whole, known in zip(full, triangle):
        needed.append(round(whole[-1] - known[-1], 2))
    return needed, sum(needed), [round(f, 4) for f in factors], [round(s, 4) for s in mack_spread(triangle, factors)]
