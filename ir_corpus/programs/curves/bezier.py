# calls: measure([(0, 0), (1, 4), (5, 4), (6, 0)], 120), measure([(0, 0), (3, 3)], 20)
# calls: measure([(i, (i * i * 7) % 10) for i in range(7)], 60)
def lerp(p, q, t):
    return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)


def point_at(points, t):
    while len(points) > 1:
        points = [lerp(points[i], points[i + 1], t) for i in range(len(points) - 1)]
    return points[0]


def flatten(points, n):
    return [point_at(points, i / n) for i in range(n + 1)]


def length(line):
    total = 0
    for (x1, y1), (x2, y2) in zip(line, line[1:]):
        total += ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    return total


def bounds(line):
    xs = [p[0] for p in line]
    ys = [p[1] for p in line]
    return round(min(xs), 3), round(min(ys), 3), round(max(xs), 3), round(max(ys), 3)


def measure(points, n):
    line = flatten(points, n)
    ratio = length(line) / length(points)
    top = max(range(len(line)), key=lambda i: line[i][1])
    return round(length(line), 4), round(ratio, 4), bounds(line), top / n
