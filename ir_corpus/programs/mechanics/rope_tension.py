# calls: sag(20.0, 22.5, 1e-10), sag(5.0, 9.0, 1e-12)
# calls: [hang(30.0, 31.0 + i, 40) for i in range(4)]
import math


def arc_length(a, half):
    return 2 * a * math.sinh(half / a)


def sag(span, rope, tolerance):
    """Catenary parameter by bisection, then the sag."""
    half = span / 2
    low = span / 20
    high = span * 50
    rounds = 0
    while high - low > tolerance * span:
        mid = (low + high) / 2
        if arc_length(mid, half) > rope:
            low = mid
        else:
            high = mid
        rounds += 1
        if rounds > 200:
            break
    a = (low + high) / 2
    return a, a * math.cosh(half / a) - a, rounds


def hang(span, rope, links):
    a, drop, rounds = sag(span, rope, 1e-9)
    points = []
    for i in range(links + 1):
        x = -span / 2 + span * i / links
        points.append((x, a * math.cosh(x / a) - a * math.cosh(span / 2 / a)))
    total = 0.0
    tension = []
    for i in range(1, len(points)):
        dx = points[i][0] - points[i - 1][0]
        dy = points[i][1] - points[i - 1][1]
        total += (dx ** 2 + dy ** 2) ** 0.5
        tension.append(math.cosh((points[i][0] + points[i - 1][0]) / 2 / a))
    lowest = min(point[1] for point in points)
    return round(total, 6), lowest, max(tension), rounds
