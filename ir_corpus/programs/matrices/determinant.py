# calls: determinant([[2, 5, 1, 3], [4, 1, 7, 2], [6, 8, 3, 5], [1, 9, 2, 4]])
def minor(matrix, column):
    result = []
    for i in range(1, len(matrix)):
        row = []
        for j in range(len(matrix)):
            if j != column:
                row.append(matrix[i][j])
        result.append(row)
    return result


def determinant(matrix):
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for column in range(len(matrix)):
        sign = 1 if column % 2 == 0 else -1
        total += sign * matrix[0][column] * determinant(minor(matrix, column))
    return total
