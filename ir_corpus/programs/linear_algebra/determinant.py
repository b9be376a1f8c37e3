# calls: invertible([[[1, 2], [3, 4]], [[2, 4], [1, 2]], [[1, 0, 2], [0, 3, 1], [4, 1, 1]]])
# calls: invertible([[[1, 2, 3, 4], [0, 2, 1, 1], [3, 3, 1, 0], [1, 1, 2, 2]]])
def minor(matrix, row, column):
    result = []
    for r in range(len(matrix)):
        if r != row:
            line = []
            for c in range(len(matrix)):
                if c != column:
                    line.append(matrix[r][c])
            result.append(line)
    return result


def determinant(matrix):
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for c in range(len(matrix)):
        if matrix[0][c] != 0:
            total += (-1) ** c * matrix[0][c] * determinant(minor(matrix, 0, c))
    return total


def adjugate(matrix):
    n = len(matrix)
    return [[(-1) ** (r + c) * determinant(minor(matrix, c, r)) for c in range(n)] for r in range(n)]


def invertible(matrices):
    result = []
    for matrix in matrices:
        if determinant(matrix) == 0:
            result.append(None)
        else:
            rows = []
            for row in adjugate(matrix):
                rows.append([value / determinant(matrix) for value in row])
            result.append(rows)
    return result
