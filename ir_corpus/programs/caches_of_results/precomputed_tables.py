# calls: accuracy([0.1 * i - 7 for i in range(220)], 64), accuracy([0.0, 1.5707963267948966], 8), accuracy([1e3], 16)
import math


def build(steps):
    table = []
    for i in range(steps + 1):
        table.append(math.sin(2 * math.pi * i / steps))
    return table


def nearest(table, x):
    steps = len(table) - 1
    turns = x / (2 * math.pi)
    return table[int(round((turns - math.floor(turns)) * steps))]


def blended(table, x):
    steps = len(table) - 1
    turns = x / (2 * math.pi)
    position = (turns - math.floor(turns)) * steps
    i = min(int(position), steps - 1)
    t = position - i
    return table[i] * (1 - t) + table[i + 1] * t


def quarter(table, x):
    steps = len(table) - 1
    turns = x / (2 * math.pi)
    i = int(round((turns - math.floor(turns)) * steps)) % steps
    part = steps // 4
    if i <= part:
        return table[i]
    if i <= 2 * part:
        return table[2 * part - i]
    if i <= 3 * part:
        return -table[i - 2 * part]
    return -table[4 * part - i]


def accuracy(points, steps):
    table = build(steps)
    rows = {}
    for name, method in [('nearest', nearest), ('blended', blended), ('quarter', quarter)]:
        worst = 0.0
        where = None
        square = 0.0
        for x in points:
            error = method(table, x) - math.sin(x)
            square += error * error
            if where is None or abs(error) > worst:
                worst = abs(error)
                where = x
        rows[name] = (round(worst, 9), round(math.sqrt(square / len(points)), 9), where)
    return rows, rows['blended'][0] <= rows['nearest'][0]
