# calls: encode([[6, 24, 1], [13, 16, 10], [20, 17, 15]], [(i * 11 + 7) % 26 for i in range(90)])
# calls: determinant([[2, 4, 12], [9, 1, 6], [7, 5, 3]]), inverse([[6, 24, 1], [13, 16, 10], [20, 17, 15]])
def minor(m, row, column):
    rows = [r for r in range(3) if r != row]
    columns = [c for c in range(3) if c != column]
    return m[rows[0]][columns[0]] * m[rows[1]][columns[1]] - m[rows[0]][columns[1]] * m[rows[1]][columns[0]]


def determinant(m):
    total = 0
    for column in range(3):
        total += (-1) ** column * m[0][column] * minor(m, 0, column)
    return total


def inverse(m):
    unit = None
    for k in range(26):
        if k * determinant(m) % 26 == 1:
            unit = k
    if unit is None:
        return None
    result = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
    for i in range(3):
        for j in range(3):
            result[j][i] = (-1) ** (i + j) * minor(m, i, j) * unit % 26
    return result


def encode(m, numbers):
    out = []
    for start in range(0, len(numbers), 3):
        for i in range(3):
            value = 0
            for j in range(3):
                value = value + m[i][j] * numbers[start + j]
            out.append(value % 26)
    return out
