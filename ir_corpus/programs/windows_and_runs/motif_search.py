# calls: motifs([(i * 7 % 12 + i % 3 * 2) for i in range(46)], 6), motifs([1, 2, 3, 1, 2, 3], 3)
def shape(values):
    m = sum(values) / len(values)
    s = (sum((v - m) ** 2 for v in values) / len(values)) ** 0.5
    if s == 0:
        return [0.0] * len(values)
    return [(v - m) / s for v in values]


def distance(a, b):
    total = 0.0
    for x, y in zip(a, b):
        total += (x - y) * (x - y)
    return total ** 0.5


def motifs(series, width):
    shapes = [shape(series[i:i + width]) for i in range(len(series) - width + 1)]
    nearest = []
    for i in range(len(shapes)):
        best, where = None, None
        for j in range(len(shapes)):
            if abs(i - j) < width:
                continue
            d = distance(shapes[i], shapes[j])
            if best is None or d < best:
                best, where = d, j
        nearest.append((best, where))
    known = [(d, i, j) for i, (d, j) in enumerate(nearest) if d is not None]
    pair = min(known)
    odd = max(known, key=lambda k: (k[0], -k[1]))
    return pair[1:], round(pair[0], 4), odd[1], round(odd[0], 4)
