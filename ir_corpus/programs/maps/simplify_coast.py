# calls: generalise([(i / 4, (i * 37 % 11) / 10 + (i // 9 % 2)) for i in range(70)], [0.1, 0.4, 1.0]), generalise([(0, 0), (1, 1)], [0.5])
def offset(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length == 0:
        return ((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5
    return abs(dy * (p[0] - a[0]) - dx * (p[1] - a[1])) / length


def thin(line, tolerance):
    if len(line) < 3:
        return line
    worst = 0.0
    at = 0
    for i in range(1, len(line) - 1):
        d = offset(line[i], line[0], line[-1])
        if d > worst:
            worst, at = d, i
    if worst <= tolerance:
        return [line[0], line[-1]]
    return thin(line[:at + 1], tolerance)[:-1] + thin(line[at:], tolerance)


def measure(line):
    total = 0.0
    for (x1, y1), (x2, y2) in zip(line, line[1:]):
        total += ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5
    return total


def generalise(line, tolerances):
    full = measure(line)
    return [(t, len(thin(line, t)), round(measure(thin(line, t)) / full, 4)) for t in tolerances]
