# calls: ephemeris(1.0, 0.0167, 60), ephemeris(17.8, 0.967, 60)
# calls: ephemeris(5.2, 0.048, 200)
import math


def residual(E, e, M):
    return E - e * math.sin(E) - M


def slope(E, e):
    return 1 - e * math.cos(E)


def solve(e, M, tolerance=1e-12):
    E = M if e < 0.8 else math.pi
    rounds = 0
    while abs(residual(E, e, M)) > tolerance and rounds < 50:
        E = E - residual(E, e, M) / slope(E, e)
        rounds += 1
    return E, rounds


def position(a, e, E):
    x = a * (math.cos(E) - e)
    y = a * math.sqrt(1 - e ** 2) * math.sin(E)
    return x, y


def ephemeris(a, e, steps):
    points = []
    work = 0
    for k in range(steps):
        E, rounds = solve(e, 2 * math.pi * k / steps, tolerance=1e-11)
        work += rounds
        points.append(position(a, e, E))
    nearest = min(points, key=lambda p: p[0] ** 2 + p[1] ** 2)
    length = 0.0
    for i in range(len(points)):
        length += math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1])
    return nearest, length, work
