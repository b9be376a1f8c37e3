# int: total(n)
def total(n):
    grid = [[1] * 1000 for _ in range(2)]
    found = 0
    for i in range(2):
        for j in range(n):
            found += grid[i][j]
    return found
