# calls: spiral(12)
def spiral(size):
    table = [[0] * size for _ in range(size)]
    x = 0
    y = 0
    dx = 1
    dy = 0
    for n in range(size * size):
        table[y][x] = n + 1
        if not (0 <= x + dx < size and 0 <= y + dy < size) or table[y + dy][x + dx] != 0:
            dx, dy = -dy, dx
        x += dx
        y += dy
    diagonal = 0
    for i in range(size):
        diagonal += table[i][i] + table[i][size - 1 - i]
    return diagonal, table
