# calls: siamese_report(15), siamese_report(3), siamese_report(7, start=10, step=3)
def build(n):
    square = []
    for i in range(n):
        square.append([0] * n)
    row = 0
    col = n // 2
    for k in range(1, n * n + 1):
        square[row][col] = k
        next_row = (row - 1) % n
        next_col = (col + 1) % n
        if square[next_row][next_col] != 0:
            next_row = (row + 1) % n
            next_col = col
        row = next_row
        col = next_col
    return square


def scale(square, start, step):
    return [[start + step * (v - 1) for v in row] for row in square]


def sums(square):
    n = len(square)
    rows = [sum(row) for row in square]
    cols = [sum(square[i][j] for i in range(n)) for j in range(n)]
    main = sum(square[i][i] for i in range(n))
    anti = sum(square[i][n - 1 - i] for i in range(n))
    return rows + cols + [main, anti]


def siamese_report(n, start=1, step=1):
    square = scale(build(n), start, step)
    all_sums = sums(square)
    magic = True
    for s in all_sums:
        if s != all_sums[0]:
            magic = False
    return magic, all_sums[0], square[0], square[n // 2][n // 2]
