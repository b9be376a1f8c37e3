# calls: fit_all({'a': [(float(i), 2.0 * i + i % 5) for i in range(80)], 'b': [(i / 2, 7.0 - i + i % 3) for i in range(60)], 'c': [(1.0, 1.0)]})
def sums(points):
    n = sx = sy = sxx = sxy = 0.0
    for p in points:
        n += 1
        sx += p[0]
        sy += p[1]
        sxx += p[0] * p[0]
        sxy += p[0] * p[1]
    return n, sx, sy, sxx, sxy


def line(points):
    n, sx, sy, sxx, sxy = sums(points)
    bottom = n * sxx - sx ** 2
    if bottom == 0:
        return None
    slope = (n * sxy - sx * sy) / bottom
    return slope, (sy - slope * sx) / n


def r_squared(points, slope, intercept):
    mean = sum([p[1] for p in points]) / len(points)
    rest = 0.0
    total = 0.0
    for i in range(len(points)):
        rest += (points[i][1] - (slope * points[i][0] + intercept)) ** 2
        total += (points[i][1] - mean) ** 2
    return 1.0 - rest / total


def fit_all(groups):
    fits = {}
    for name in groups.keys():
        found = line(groups[name])
        if found is None:
            continue
        fits[name] = (found[0], found[1], r_squared(groups[name], found[0], found[1]))
    return fits
