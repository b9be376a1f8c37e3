"""
serge-sans-paille/pythran#526: Pythran results are different from Python ones

Rows of a table may be one and the same list, and a row may be replaced while it is worked on.
"""


def add(grid, n):
    for i in range(n):
        for j in range(n):
            grid[i][j] += grid[j][i] + 1
    return grid


def swap(n):
    grid = [[i * n + j for j in range(n)] for i in range(n)]
    for i in range(n):
        for j in range(n):
            grid[i][j] += 1
            if j == 0:
                grid[i] = [9] * n
    return grid
# --- wrong
def add(grid, n):
    for i in range(n):
        row = list(grid[i])
        for j in range(n):
            row[j] += grid[j][i] + 1
        grid[i] = row
    return grid


def swap(n):
    grid = [[i * n + j for j in range(n)] for i in range(n)]
    for i in range(n):
        row = grid[i]
        for j in range(n):
            row[j] += 1
            if j == 0:
                grid[i] = [9] * n
    return grid
# --- driver
row = [1, 2]
attempt(add, [row, row], 2)
attempt(add, [[1, 2], [3, 4]], 2)
attempt(add, [[1.5], (2,)], 2)
attempt(swap, 2)
attempt(swap, 0)
