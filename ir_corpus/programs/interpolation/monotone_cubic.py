# calls: dense([(0, 0), (1, 0.1), (2, 3.8), (3, 4.0), (5, 4.0), (6, 9.5), (9, 10)], 150)
# calls: dense([(0, 1), (4, 2)], 50), dense([(i, (i // 3) ** 2) for i in range(25)], 60)
def secants(points):
    return [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points, points[1:])]


def tangents(points):
    d = secants(points)
    m = [d[0]]
    for left, right in zip(d, d[1:]):
        m.append(0.0 if left * right <= 0 else 2 * left * right / (left + right))
    m.append(d[-1])
    for i, s in enumerate(d):
        if s == 0:
            m[i] = m[i + 1] = 0.0
    return m


def hermite(t, y0, y1, m0, m1):
    return (1 + 2 * t) * (1 - t) ** 2 * y0 + t * t * (3 - 2 * t) * y1 + t * (1 - t) ** 2 * m0 + t * t * (t - 1) * m1


def at(points, m, x):
    for i in range(1, len(points)):
        if x <= points[i][0]:
            break
    (x0, y0), (x1, y1) = points[i - 1], points[i]
    h = x1 - x0
    return hermite((x - x0) / h, y0, y1, m[i - 1] * h, m[i] * h)


def dense(points, n):
    m = tangents(points)
    start, end = points[0][0], points[-1][0]
    ys = [at(points, m, start + (end - start) * k / n) for k in range(n + 1)]
    falls = [k for k in range(n) if ys[k + 1] < ys[k] - 1e-12]
    return falls, round(sum(ys) / len(ys), 5), [round(y, 3) for y in ys[::10]]
