# calls: life(12, 3)
def neighbours(grid, x, y):
    count = 0
    for dy in [-1, 0, 1]:
        for dx in [-1, 0, 1]:
            if (dx != 0 or dy != 0) and 0 <= y + dy < len(grid) and 0 <= x + dx < len(grid[0]):
                count += grid[y + dy][x + dx]
    return count


def life(size, turns):
    grid = [[1 if (x * 3 + y * 5) % 7 < 3 else 0 for x in range(size)] for y in range(size)]
    for _ in range(turns):
        following = []
        for y in range(size):
            row = []
            for x in range(size):
                n = neighbours(grid, x, y)
                row.append(1 if n == 3 or (n == 2 and grid[y][x] == 1) else 0)
            following.append(row)
        grid = following
    return grid
