# calls: robust([(i * 1.0, 3.0 * i + (50.0 if i % 9 == 0 else 0.1 * (i % 4))) for i in range(45)])
# calls: robust([(1, 1), (1, 2), (3, 3), (4, 9)])
def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def robust(points):
    slopes = []
    i = 0
    while i < len(points):
        j = i + 1
        while j < len(points):
            if points[i][0] != points[j][0]:
                slopes.append((points[j][1] - points[i][1]) / (points[j][0] - points[i][0]))
            j += 1
        i += 1
    slope = median(slopes)
    intercept = median([y - slope * x for x, y in points])
    outliers = []
    scale = median([abs(y - slope * x - intercept) for x, y in points])
    for p in points:
        if abs(p[1] - slope * p[0] - intercept) > 6 * scale + 0.5:
            outliers.append(p)
    return slope, intercept, len(outliers), len(slopes)
