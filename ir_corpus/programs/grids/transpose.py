# calls: transpose([[r * 10 + c for c in range(8)] for r in range(10)])
def transpose(grid):
    result = []
    for c in range(len(grid[0])):
        row = []
        for r in range(len(grid)):
            row.append(grid[r][c])
        result.append(row)
    return result
