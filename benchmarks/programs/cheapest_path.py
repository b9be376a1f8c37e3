"""The cheapest way through a field of costs, moving right, down or diagonally."""


def make_field(height, width):
    field = []
    state = 99
    for y in range(height):
        row = []
        for x in range(width):
            state = (state * 1103515245 + 12345) % 2147483648
            row.append(state // 65536 % 90 + 10)
        field.append(row)
    return field


def cheapest(field):
    height = len(field)
    width = len(field[0])
    total = [[0] * width for _ in range(height)]
    total[0][0] = field[0][0]
    for x in range(1, width):
        total[0][x] = total[0][x - 1] + field[0][x]
    for y in range(1, height):
        total[y][0] = total[y - 1][0] + field[y][0]
        for x in range(1, width):
            total[y][x] = min(total[y - 1][x], total[y][x - 1], total[y - 1][x - 1]) + field[y][x]
    return total[height - 1][width - 1]


def run():
    field = make_field(260, 320)
    return cheapest(field), cheapest([row[:150] for row in field[:100]])
