# calls: resample([(0, 1), (1, 3), (2, 2), (4, 5), (5, 0), (7, 4)], 40)
# calls: resample([(1, 1), (2, 4)], 60), resample([(x, x ** 3 - x) for x in range(-4, 5)], 25)
def basis(points, k, x):
    product = 1
    for j in range(len(points)):
        if j != k:
            product = product * (x - points[j][0]) / (points[k][0] - points[j][0])
    return product


def evaluate(points, x):
    total = 0
    for k in range(len(points)):
        total = total + points[k][1] * basis(points, k, x)
    return total


def resample(points, n):
    first = min([p[0] for p in points])
    last = max([p[0] for p in points])
    values = []
    for i in range(n + 1):
        x = first + (last - first) * i / n
        values.append(evaluate(points, x))
    highest = max(values)
    lowest = min(values)
    signs = 0
    for i in range(len(values) - 1):
        if values[i] * values[i + 1] < 0:
            signs += 1
    overshoot = highest - max([p[1] for p in points])
    return round(lowest, 4), round(highest, 4), signs, round(overshoot, 4)
