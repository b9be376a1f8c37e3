# calls: reach(8, 4)
MOVES = ((1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1))


def inside(x, y, size):
    return 0 <= x and x < size and 0 <= y and y < size


def reach(size, steps):
    counts = [[0] * size for _ in range(size)]
    counts[0][0] = 1
    for _ in range(steps):
        following = [[0] * size for _ in range(size)]
        for y in range(size):
            for x in range(size):
                if counts[y][x] > 0:
                    for move in MOVES:
                        nx = x + move[0]
                        ny = y + move[1]
                        if inside(nx, ny, size):
                            following[ny][nx] += counts[y][x]
        counts = following
    total = 0
    for row in counts:
        for value in row:
            total += value
    return total
