# calls: figure(3, 2, 0.5, 60), figure(1, 1, 0.0, 30), figure(5, 4, 1.1, 40)
from math import pi, sin


def samples(a, b, delta, n):
    return [(sin(a * 2 * pi * k / n + delta), sin(b * 2 * pi * k / n)) for k in range(n)]


def side(p, q, r):
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def cross(p, q, r, s):
    if max(p[0], q[0]) < min(r[0], s[0]) or max(r[0], s[0]) < min(p[0], q[0]):
        return False
    return side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0


def crossings(points):
    n = len(points)
    found = []
    for i in range(n):
        for j in range(i + 2, n):
            if i == 0 and j == n - 1:
                continue
            if cross(points[i], points[(i + 1) % n], points[j], points[(j + 1) % n]):
                found.append((i, j))
    return found


def figure(a, b, delta, n):
    points = samples(a, b, delta, n)
    found = crossings(points)
    area = sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(n)) / 2
    return len(found), found[:3], round(area, 5)
