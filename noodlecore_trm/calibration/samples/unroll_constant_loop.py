# int 2: pair([1, 2, 3, 4], 1)
# int 3: near([1, 2, 3, 4], 1)
# int 8: around([1, 2, 3, 4, 5, 6, 7, 8], 4)
def pair(grid, x):
    found = 0
    for turn in range(100):
        for step in (0, 1):
            found += grid[x + step]
    return found


def near(grid, x):
    found = 0
    for turn in range(100):
        for step in (-1, 0, 1):
            found += grid[x + step]
    return found


def around(grid, x):
    found = 0
    for turn in range(100):
        for step in (-4, -3, -2, -1, 0, 1, 2, 3):
            found += grid[x + step]
    return found
