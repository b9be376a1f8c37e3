# calls: thin([(i, i * i % 37 + i * 0.5) for i in range(120)], 20), thin([(0, 1), (1, 5), (2, 2), (3, 4.5), (4, 0)], 3)
def area(a, b, c):
    return abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2


def average(points):
    x = 0.0
    y = 0.0
    for point in points:
        x += point[0] / len(points)
        y += point[1] / len(points)
    return x, y


def thin(points, count):
    """Keeps the point of each bucket that makes the largest triangle with its neighbours."""
    if count >= len(points) or count < 3:
        return points
    size = (len(points) - 2) / (count - 2)
    kept = [points[0]]
    for k in range(count - 2):
        start = int(k * size) + 1
        end = int((k + 1) * size) + 1
        after = points[end:int((k + 2) * size) + 1]
        if len(after) == 0:
            after = [points[-1]]
        best = None
        largest = -1.0
        for i in range(start, end):
            if area(kept[-1], points[i], average(after)) > largest:
                largest = area(kept[-1], points[i], average(after))
                best = points[i]
        kept.append(best)
    kept.append(points[-1])
    return kept
