# calls: shortest(['S.#.....', '..#.###.', '.##.#...', '....#.#.', '.####.#.', '......#E'] , 'S', 'E'), shortest(['S' + '.' * 14] + ['.' * 15] * 8 + ['.' * 14 + 'E'], 'S', 'E')
# calls: shortest(['S#E'], 'S', 'E')
def locate(lines, mark):
    for r in range(len(lines)):
        c = lines[r].find(mark)
        if c >= 0:
            return r, c
    return None


def neighbours(lines, r, c):
    result = []
    for dr, dc in [(-1, 0), (1, 0), (0, -1), (0, 1)]:
        nr = r + dr
        nc = c + dc
        if nr >= 0 and nr < len(lines) and nc >= 0 and nc < len(lines[0]):
            if lines[nr][nc] != '#':
                result.append((nr, nc))
    return result


def shortest(lines, begin, end):
    start = locate(lines, begin)
    goal = locate(lines, end)
    queue = [start]
    came_from = {start: None}
    while len(queue) > 0:
        cell = queue.pop(0)
        if cell == goal:
            break
        for other in neighbours(lines, cell[0], cell[1]):
            if other not in came_from:
                came_from[other] = cell
                queue.append(other)
    if goal not in came_from:
        return None
    path = []
    cell = goal
    while cell is not None:
        path = [cell] + path
        cell = came_from[cell]
    return len(path) - 1, path
