# calls: interpolate([(0.0, 1.0), (0.5, 1.6487), (1.0, 2.7183), (1.5, 4.4817), (2.0, 7.3891), (2.7, 14.8797)], [i / 50 for i in range(130)])
# calls: interpolate([(float(i), float(i * i % 7)) for i in range(18)], [0.5, 3.3, 9.9, 16.2])
def coefficients(points):
    xs = [p[0] for p in points]
    column = [p[1] for p in points]
    result = [column[0]]
    for level in range(1, len(points)):
        following = []
        for i in range(len(column) - 1):
            following.append((column[i + 1] - column[i]) / (xs[i + level] - xs[i]))
        column = following
        result.append(column[0])
    return result


def newton_form(coefs, points, x):
    value = 0.0
    for k in range(len(coefs) - 1, -1, -1):
        value = value * (x - points[k][0]) + coefs[k]
    return value


def interpolate(points, wanted):
    values = []
    lowest = None
    for x in wanted:
        values.append(newton_form(coefficients(points), points, x))
        if lowest is None or values[-1] < lowest[1]:
            lowest = (x, values[-1])
    bumps = 0
    for i in range(1, len(values) - 1):
        if (values[i] - values[i - 1]) * (values[i + 1] - values[i]) < 0:
            bumps += 1
    return lowest, bumps, values[len(values) // 2]
