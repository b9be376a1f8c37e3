# calls: smooth([(0, 0), (8, 0), (8, 8), (0, 8)], 4, True), smooth([(0, 0), (2, 6), (4, 0), (6, 6)], 5, False)
# calls: smooth([(i * 3 % 10, i * 7 % 11) for i in range(30)], 2, True)
def cut(points, closed):
    result = []
    n = len(points)
    last = n if closed else n - 1
    if not closed:
        result.append(points[0])
    for i in range(last):
        ax, ay = points[i]
        bx, by = points[(i + 1) % n]
        result.append((0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by))
        result.append((0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by))
    if not closed:
        result.append(points[-1])
    return result


def sharpest(points):
    worst = 2.0
    for i in range(1, len(points) - 1):
        ux, uy = points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]
        vx, vy = points[i + 1][0] - points[i][0], points[i + 1][1] - points[i][1]
        size = (ux * ux + uy * uy) ** 0.5 * (vx * vx + vy * vy) ** 0.5
        if size == 0:
            continue
        worst = min(worst, (ux * vx + uy * vy) / size)
    return round(worst, 5)


def area(points):
    doubled = 0
    for i in range(len(points)):
        doubled += points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1]
    return abs(doubled) / 2


def smooth(points, rounds, closed):
    log = [(len(points), sharpest(points), area(points) if closed else None)]
    for _ in range(rounds):
        points = cut(points, closed)
        log.append((len(points), sharpest(points), area(points) if closed else None))
    return log
