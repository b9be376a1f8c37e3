"""LU decomposition (Doolittle), with the determinant and the inverse that follow from it."""

from typing import List, Tuple

Matrix = List[List[float]]


def identity(n: int) -> Matrix:
    return [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]


def lu(a: Matrix) -> Tuple[Matrix, Matrix]:
    """Return L and U with L * U = A."""
    n = len(a)
    lower = [[0.0] * n for _ in range(n)]
    upper = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for k in range(i, n):
            total = 0.0
            for j in range(i):
                total += lower[i][j] * upper[j][k]
            upper[i][k] = a[i][k] - total
        for k in range(i, n):
            if i == k:
                lower[i][i] = 1.0
            else:
                total = 0.0
                for j in range(i):
                    total += lower[k][j] * upper[j][i]
                lower[k][i] = (a[k][i] - total) / upper[i][i]
    return lower, upper


def determinant(upper: Matrix) -> float:
    product = 1.0
    for i in range(len(upper)):
        product *= upper[i][i]
    return product


def solve(lower: Matrix, upper: Matrix, b: List[float]) -> List[float]:
    n = len(b)
    y = [0.0] * n
    for i in range(n):
        y[i] = b[i] - sum(lower[i][j] * y[j] for j in range(i))
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (y[i] - sum(upper[i][j] * x[j] for j in range(i + 1, n))) / upper[i][i]
    return x


def inverse(a: Matrix) -> Matrix:
    n = len(a)
    lower, upper = lu(a)
    columns = [solve(lower, upper, unit) for unit in identity(n)]
    return [[columns[j][i] for j in range(n)] for i in range(n)]


def make_matrix(n: int) -> Matrix:
    return [[1.0 / (i + j + 1) + (2.0 if i == j else 0.0) for j in range(n)] for i in range(n)]


def run() -> Tuple[float, float, float]:
    a = make_matrix(42)
    _, upper = lu(a)
    inv = inverse(a)
    norm = max(sum(abs(value) for value in row) for row in inv)
    trace = sum(inv[i][i] for i in range(len(inv)))
    return round(determinant(upper), 2), round(norm, 8), round(trace, 8)
