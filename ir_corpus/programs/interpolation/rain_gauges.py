# calls: rain_map({'Ash': (1, 2, 12.0), 'Elm': (7, 3, 4.5), 'Oak': (4, 8, 20.0), 'Yew': (9, 9, 0.0)}, 10, 10)
# calls: rain_map({'g%d' % i: (i * 3 % 11, i * 5 % 7, float(i)) for i in range(25)}, 6, 5), rain_map({'Only': (0, 0, 3.0)}, 12, 4)
LETTERS = 'abcdefghij'


def distance(x1, y1, x2, y2):
    return ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5


def estimate(gauges, x, y):
    weights = 0.0
    total = 0.0
    for name in gauges:
        gx, gy, mm = gauges[name]
        if gx == x and gy == y:
            return mm
        w = 1.0 / distance(gx, gy, x, y) ** 2
        weights += w
        total += w * mm
    return total / weights


def nearest(gauges, x, y):
    return min(gauges, key=lambda name: (distance(gauges[name][0], gauges[name][1], x, y), name))


def rain_map(gauges, width, height):
    most = max(mm for _, _, mm in gauges.values())
    area = {}
    rows = []
    for y in range(height):
        row = ''
        for x in range(width):
            mm = estimate(gauges, x, y)
            row += LETTERS[min(9, int(mm / most * 10))]
            near = nearest(gauges, x, y)
            area[near] = area.get(near, 0) + 1
        rows.append(row)
    thiessen = sum(area[name] * gauges[name][2] for name in area) / (width * height)
    return rows, area, round(thiessen, 4)
