# calls: wander(['..........', '.##....#..', '.#..##....', '....#...#.', '..........'], (0, 0), (4, 9), 9)
# calls: wander(['....'], (0, 0), (0, 3), 1), wander(['.....', '.###.', '.....'], (0, 0), (2, 4), 77)
def open_neighbours(grid, cell):
    r, c = cell
    result = []
    if r > 0 and grid[r - 1][c] == '.':
        result.append((r - 1, c))
    if r < len(grid) - 1 and grid[r + 1][c] == '.':
        result.append((r + 1, c))
    if c > 0 and grid[r][c - 1] == '.':
        result.append((r, c - 1))
    if c < len(grid[0]) - 1 and grid[r][c + 1] == '.':
        result.append((r, c + 1))
    return result


def erase_loop(path, cell):
    if cell in path:
        return path[:path.index(cell) + 1]
    return path + [cell]


def draw(grid, path):
    lines = []
    for r, row in enumerate(grid):
        lines.append(''.join('o' if (r, c) in path else ch for c, ch in enumerate(row)))
    return lines


def wander(grid, start, goal, seed):
    path = [start]
    steps = 0
    loops = 0
    while path[-1] != goal and steps < 2000:
        seed = (seed * 3877 + 29573) % 139968
        options = open_neighbours(grid, path[-1])
        cell = options[seed * len(options) // 139968]
        longer = erase_loop(path, cell)
        if len(longer) < len(path):
            loops += 1
        path = longer
        steps += 1
    return steps, loops, len(path), draw(grid, path)
