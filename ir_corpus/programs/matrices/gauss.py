# calls: solve(7)
def solve(size):
    rows = [[float((i * 7 + j * 3) % 11 + (10 if i == j else 0)) for j in range(size + 1)] for i in range(size)]
    for column in range(size):
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            for k in range(column, size + 1):
                rows[row][k] = rows[row][k] - factor * rows[column][k]
    result = [0.0] * size
    i = size - 1
    while i >= 0:
        total = rows[i][size]
        for j in range(i + 1, size):
            total -= rows[i][j] * result[j]
        result[i] = total / rows[i][i]
        i -= 1
    return [round(value, 6) for value in result]
