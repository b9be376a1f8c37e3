# calls: shorten([(i * 1.0, (i * i % 17) * 0.3 + i // 20) for i in range(160)], [0.5, 2.0, 5.0])
# calls: shorten([(0.0, 0.0), (1.0, 0.0), (2.0, 0.1)], [0.05] * 9), shorten([(float(i), 2.0 * i) for i in range(100)], [0.1])
def distance(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    if dx == 0 and dy == 0:
        return ((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5
    return abs(dy * p[0] - dx * p[1] + b[0] * a[1] - b[1] * a[0]) / (dx * dx + dy * dy) ** 0.5


def simplify(points, tolerance):
    if len(points) < 3:
        return points
    worst = 0
    index = 0
    for i in range(1, len(points) - 1):
        d = distance(points[i], points[0], points[-1])
        if d > worst:
            worst = d
            index = i
    if worst <= tolerance:
        return [points[0], points[-1]]
    left = simplify(points[:index + 1], tolerance)
    right = simplify(points[index:], tolerance)
    return left[:-1] + right


def shorten(points, tolerances):
    rows = []
    for tolerance in tolerances:
        few = simplify(points, tolerance)
        saved = 100 - 100 * len(few) // len(points)
        dropped = [p for p in points if p not in few]
        rows.append((tolerance, len(few), str(saved) + '%', dropped[:2]))
    return rows
