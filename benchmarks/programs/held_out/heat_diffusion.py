"""Heat spreading over a metal plate, by an explicit finite difference scheme."""

WIDTH = 40
HEIGHT = 30
ALPHA = 0.2


def make_plate(width, height):
    plate = [[20.0 for _ in range(width)] for _ in range(height)]
    for x in range(width):
        plate[0][x] = 100.0
    for y in range(height):
        plate[y][width - 1] = 0.0
    return plate


def add_heater(plate, x0, y0, size, temperature):
    for y in range(y0, y0 + size):
        for x in range(x0, x0 + size):
            plate[y][x] = temperature


def step(plate, alpha):
    height = len(plate)
    width = len(plate[0])
    new = [row[:] for row in plate]
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            laplacian = (
                plate[y - 1][x]
                + plate[y + 1][x]
                + plate[y][x - 1]
                + plate[y][x + 1]
                - 4 * plate[y][x]
            )
            new[y][x] = plate[y][x] + alpha * laplacian
    return new


def average(plate):
    total = 0
    count = 0
    for row in plate:
        for value in row:
            total += value
            count += 1
    return total / count


def hot_cells(plate, limit):
    return sum(1 for row in plate for value in row if value > limit)


def run():
    plate = make_plate(WIDTH, HEIGHT)
    add_heater(plate, 8, 12, 5, 80.0)
    for _ in range(50):
        plate = step(plate, ALPHA)
    return round(average(plate), 8), hot_cells(plate, 50), round(plate[10][10], 8)
