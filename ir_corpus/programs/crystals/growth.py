# calls: grow(21, 3), grow(9, 2)
def touches(cells, size, x, y):
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        if 0 <= x + dx < size and 0 <= y + dy < size and cells[y + dy][x + dx] == 1:
            return True
    return False


def frozen_neighbours(cells, size, x, y):
    total = 0
    for ny in range(max(0, y - 1), min(size, y + 2)):
        for nx in range(max(0, x - 1), min(size, x + 2)):
            if (nx, ny) != (x, y):
                total += cells[ny][nx]
    return total


def grow(size, rounds):
    cells = [[0] * size for _ in range(size)]
    cells[size // 2][size // 2] = 1
    history = []
    for _ in range(rounds):
        fresh = []
        for y in range(size):
            for x in range(size):
                if cells[y][x] == 0 and touches(cells, size, x, y):
                    if frozen_neighbours(cells, size, x, y) in [1, 2]:
                        fresh.append((x, y))
        for x, y in fresh:
            cells[y][x] = 1
        history.append(len(fresh))
    text = ''
    for row in cells:
        for cell in row:
            text += '*' if cell else ' '
        text += '\n'
    return history, text
