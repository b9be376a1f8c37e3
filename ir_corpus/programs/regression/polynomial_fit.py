# calls: choose([i / 10 for i in range(40)], [0.3 * (i / 10) ** 3 - i / 7 + (i % 3) * 0.1 for i in range(40)], 4)
def normal_equations(xs, ys, degree):
    size = degree + 1
    matrix = []
    for r in range(size):
        row = []
        for c in range(size):
            row.append(sum(x ** (r + c) for x in xs))
        row.append(sum(ys[i] * xs[i] ** r for i in range(len(xs))))
        matrix.append(row)
    return matrix


def eliminate(m):
    n = len(m)
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r == i:
                continue
            factor = m[r][i] / m[i][i]
            for c in range(i, n + 1):
                m[r][c] -= factor * m[i][c]
    return [m[i][n] / m[i][i] for i in range(n)]


def horner(coefficients, x):
    value = 0.0
    for c in reversed(coefficients):
        value = value * x + c
    return value


def choose(xs, ys, highest):
    best = None
    for degree in range(highest + 1):
        fit = eliminate(normal_equations(xs, ys, degree))
        error = 0.0
        for i in range(len(xs)):
            error += (horner(fit, xs[i]) - ys[i]) ** 2
        score = error / (len(xs) - degree - 1)
        if best is None or score < best[0]:
            best = (score, degree)
    return best
