# calls: find_period([(i * 0.37, 10 + (1 if (i * 0.37) % 2.3 < 0.5 else 0)) for i in range(90)], [1.5, 1.9, 2.3, 2.7, 3.1])
# calls: find_period([(0.0, 1.0), (1.0, 2.0), (2.5, 1.0)], [1.0])
def fold(times, period):
    phases = []
    for t in times:
        phases.append((t % period) / period)
    return phases


def scatter(points):
    total = 0.0
    for i in range(len(points) - 1):
        total += (points[i + 1][1] - points[i][1]) ** 2 + (points[i + 1][0] - points[i][0]) ** 2
    return total


def mean_level(curve):
    return sum(m for t, m in curve) / len(curve)


def find_period(curve, periods):
    results = []
    for period in periods:
        phases = fold([t for t, m in curve], period)
        points = []
        for i in range(len(curve)):
            points.append((phases[i], curve[i][1] - mean_level(curve)))
        points.sort()
        results.append((scatter(points), period))
    results.sort(key=lambda r: r[0])
    bright = 0
    for t, m in curve:
        if m > mean_level(curve):
            bright += 1
    return results[0][1], round(results[0][0], 4), bright
