# calls: fill_dead_ends([[1] * 11, [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1], [1, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1], [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1], [1] * 11]), fill_dead_ends([[int(r % 2 == 0 and (c + r) % 5 > 0) for c in range(16)] for r in range(9)])
def exits(maze, r, c):
    count = 0
    for dr in range(-1, 2):
        for dc in range(-1, 2):
            if abs(dr) + abs(dc) != 1:
                continue
            if r + dr < 0 or r + dr >= len(maze) or c + dc < 0 or c + dc >= len(maze[0]):
                count += 1
            elif maze[r + dr][c + dc] == 0:
                count += 1
    return count


def fill_dead_ends(original):
    maze = [[cell for cell in row] for row in original]
    filled = 0
    changed = True
    while changed:
        changed = False
        for r in range(len(maze)):
            for c in range(len(maze[r])):
                if maze[r][c] == 0 and exits(maze, r, c) <= 1:
                    maze[r][c] = 1
                    filled += 1
                    changed = True
    remaining = 0
    for row in maze:
        for cell in row:
            if cell == 0:
                remaining += 1
    return filled, remaining
