"""All ways to place queens on a board so that none attacks another."""

SIZE = 9


def safe(queens, row, column):
    for other in range(row):
        if queens[other] == column:
            return False
        if abs(queens[other] - column) == row - other:
            return False
    return True


def place(queens, row, size):
    if row == size:
        return 1
    count = 0
    for column in range(size):
        if safe(queens, row, column):
            queens[row] = column
            count += place(queens, row + 1, size)
    return count


def first_solution(size):
    queens = [0] * size
    row = 0
    column = 0
    while row < size:
        while column < size and not safe(queens, row, column):
            column += 1
        if column < size:
            queens[row] = column
            row += 1
            column = 0
        else:
            row -= 1
            column = queens[row] + 1
    return queens


def run():
    return place([0] * SIZE, 0, SIZE), first_solution(14)
