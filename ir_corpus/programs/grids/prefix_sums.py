# calls: sums([[(r * c) % 5 for c in range(10)] for r in range(10)])
def sums(grid):
    rows = len(grid)
    columns = len(grid[0])
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for r in range(rows):
        for c in range(columns):
            table[r + 1][c + 1] = grid[r][c] + table[r][c + 1] + table[r + 1][c] - table[r][c]
    return table
