# calls: correct([(0.0, 0.3), (10.0, 10.9), (20.0, 20.2), (50.0, 52.0)], [i * 0.6 - 2 for i in range(90)])
def interpolate(points, raw):
    if raw <= points[0][1]:
        return points[0][0]
    for i in range(1, len(points)):
        if raw <= points[i][1]:
            share = (raw - points[i - 1][1]) / (points[i][1] - points[i - 1][1])
            return points[i - 1][0] + share * (points[i][0] - points[i - 1][0])
    return None


def correct(points, raws):
    values = []
    below = 0
    above = 0
    biggest = 0.0
    for raw in raws:
        value = interpolate(sorted(points, key=lambda p: p[1]), raw)
        if value is None:
            above += 1
            continue
        if raw < points[0][1]:
            below += 1
        values.append(round(value, 3))
        biggest = max(biggest, abs(value - raw))
    return values, below, above, biggest
