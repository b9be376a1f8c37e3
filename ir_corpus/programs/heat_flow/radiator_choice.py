# calls: choose_all([('room%d' % i, 8 + i * 5 % 19, 1 + i % 4, 18 + i % 5) for i in range(150)], -10)
# calls: choose_all([('attic', 60, 9, 24), ('bath', 5, 1, 24), ('hall', 14, 0, 16)] * 20, -14)
CATALOGUE = [
    ('R4', 400, 55),
    ('R6', 600, 72),
    ('R9', 900, 98),
    ('R13', 1300, 131),
    ('R18', 1800, 170),
]


def loss(area, windows, inside, outside):
    walls = 0.45 * area * 1.6
    glass = windows * 1.8 * 1.3
    air = 0.34 * 0.5 * area * 2.5
    return (walls + glass + air) * (inside - outside)


def pick(watts):
    best = None
    for name, power, price in CATALOGUE:
        count = 1
        while count * power < watts and count < 4:
            count += 1
        if count * power >= watts:
            if best is None or count * price < best[2]:
                best = (name, count, count * price)
    return best


def choose_all(rooms, outside):
    lines = []
    cost = 0
    missing = []
    for name, area, windows, inside in rooms:
        need = loss(area, windows, inside, outside)
        choice = pick(need)
        if choice is None:
            missing.append(name)
            continue
        line = name + ': '
        line += str(round(need)) + ' W '
        if choice[1] > 1:
            line += str(choice[1]) + ' x '
        line += choice[0]
        lines.append(line)
        cost += choice[2]
    return lines, cost, missing
