"""Solve systems of linear equations by Gaussian elimination with partial pivoting."""


def build_system(n, seed):
    a = []
    b = []
    for i in range(n):
        row = []
        for j in range(n):
            value = ((i + 1) * (j + 2) * seed) % 23 - 11
            if i == j:
                value += 40
            row.append(float(value))
        a.append(row)
        b.append(float((i * seed) % 17 + 1))
    return a, b


def find_pivot(a, column):
    best = column
    for row in range(column + 1, len(a)):
        if abs(a[row][column]) > abs(a[best][column]):
            best = row
    return best


def solve(a, b):
    n = len(a)
    # forward elimination
    for k in range(n):
        p = find_pivot(a, k)
        if a[p][k] == 0:
            raise ValueError("matrix is singular")
        if p != k:
            a[p], a[k] = a[k], a[p]
            b[p], b[k] = b[k], b[p]
        for i in range(k + 1, n):
            factor = a[i][k] / a[k][k]
            for j in range(k, n):
                a[i][j] = a[i][j] - factor * a[k][j]
            b[i] = b[i] - factor * b[k]
    # back substitution
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        s = b[i]
        for j in range(i + 1, n):
            s -= a[i][j] * x[j]
        x[i] = s / a[i][i]
    return x


def residual(a, b, x):
    worst = 0.0
    for i in range(len(a)):
        s = 0.0
        for j in range(len(a)):
            s += a[i][j] * x[j]
        error = abs(s - b[i])
        if error > worst:
            worst = error
    return worst


def run():
    checks = []
    for seed in (3, 7, 13):
        a, b = build_system(42, seed)
        original_a = [row[:] for row in a]
        original_b = b[:]
        x = solve(a, b)
        ok = residual(original_a, original_b, x) < 1e-9
        checks.append((ok, round(sum(x), 8), round(max(x), 8)))
    return checks
