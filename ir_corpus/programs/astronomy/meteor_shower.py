# calls: radiant([(i * 31 % 100, i * 17 % 80, 50 + i % 3, 40 - i % 4) for i in range(40)], 4.0)
# calls: radiant([(0, 0, 1, 1), (2, 0, 1, 1), (0, 5, 9, 9)], 1.0)
def cross(ax, ay, bx, by):
    return ax * by - ay * bx


def meeting_point(p, q):
    d1x, d1y = p[2] - p[0], p[3] - p[1]
    d2x, d2y = q[2] - q[0], q[3] - q[1]
    below = cross(d1x, d1y, d2x, d2y)
    if abs(below) < 1e-9:
        return None
    t = cross(q[0] - p[0], q[1] - p[1], d2x, d2y) / below
    return p[0] + t * d1x, p[1] + t * d1y


def radiant(trails, radius):
    crossings = []
    parallel = 0
    for i in range(len(trails)):
        for j in range(i):
            point = meeting_point(trails[i], trails[j])
            if point is None:
                parallel += 1
                continue
            crossings.append(point)
    sx = sy = 0.0
    for x, y in crossings:
        sx += x
        sy += y
    cx = sx / len(crossings)
    cy = sy / len(crossings)
    near = [p for p in crossings if (p[0] - cx) ** 2 + (p[1] - cy) ** 2 <= radius ** 2]
    return round(cx, 3), round(cy, 3), len(near), parallel
