# calls: number_grid(['#'.join(['.' * (1 + (r * 3 + k) % 5) for k in range(4)])[:13].ljust(13, '.') for r in range(13)]), number_grid(['..', '#.']), number_grid(['##'])
def starts_across(grid, r, c):
    if grid[r][c] == '#':
        return False
    if c > 0 and grid[r][c - 1] != '#':
        return False
    return c + 1 < len(grid[r]) and grid[r][c + 1] != '#'


def starts_down(grid, r, c):
    if grid[r][c] == '#':
        return False
    if r > 0 and grid[r - 1][c] != '#':
        return False
    return r + 1 < len(grid) and grid[r + 1][c] != '#'


def length(grid, r, c, dr, dc):
    n = 0
    while r < len(grid) and c < len(grid[0]) and grid[r][c] != '#':
        n += 1
        r += dr
        c += dc
    return n


def number_grid(grid):
    across, down = [], []
    number = 0
    checked = 0
    for r in range(len(grid)):
        for c in range(len(grid[0])):
            a = starts_across(grid, r, c)
            d = starts_down(grid, r, c)
            if a or d:
                number += 1
            if a:
                across.append((number, length(grid, r, c, 0, 1)))
            if d:
                down.append((number, length(grid, r, c, 1, 0)))
    letters = sum(row.count('.') for row in grid)
    entries = across + down
    for n, size in entries:
        checked += size
    mean = checked / len(entries) if entries else 0
    symmetric = all(grid[r][c] == grid[-1 - r][-1 - c] for r in range(len(grid)) for c in range(len(grid[0])))
    return across, down, checked - letters, round(mean, 3), symmetric
