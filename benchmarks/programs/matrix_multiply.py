"""Multiply matrices held as lists of lists."""


def make_matrix(size, seed):
    matrix = []
    for i in range(size):
        row = []
        for j in range(size):
            row.append((i * seed + j * 3) % 17 - 8)
        matrix.append(row)
    return matrix


def multiply(a, b):
    size = len(a)
    inner = len(b)
    columns = len(b[0])
    result = [[0] * columns for _ in range(size)]
    for i in range(size):
        for j in range(columns):
            for k in range(inner):
                result[i][j] += a[i][k] * b[k][j]
    return result


def trace(matrix):
    total = 0
    for i in range(len(matrix)):
        total += matrix[i][i]
    return total


def run():
    a = make_matrix(80, 5)
    b = make_matrix(80, 11)
    product = multiply(a, b)
    return trace(product), product[3][7], sum(sum(row) for row in product)
