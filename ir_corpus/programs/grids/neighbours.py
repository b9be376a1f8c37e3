# calls: heights([[(r * 5 + c * 3) % 7 for c in range(9)] for r in range(9)])
def heights(grid):
    rows = len(grid)
    columns = len(grid[0])
    low = 0
    for r in range(rows):
        for c in range(columns):
            lowest = True
            for dr, dc in [(-1, 0), (1, 0), (0, -1), (0, 1)]:
                if 0 <= r + dr < rows and 0 <= c + dc < columns:
                    if grid[r + dr][c + dc] <= grid[r][c]:
                        lowest = False
            if lowest:
                low += grid[r][c] + 1
    return low
