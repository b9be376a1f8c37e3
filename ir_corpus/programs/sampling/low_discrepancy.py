# calls: estimate(80), estimate(9)
def halton(index, base):
    result = 0.0
    fraction = 1.0
    while index > 0:
        fraction = fraction / base
        result += fraction * (index % base)
        index = index // base
    return result


def points(count, method):
    if method == 'grid':
        side = int(count ** 0.5)
        for i in range(side):
            for j in range(side):
                yield (i + 0.5) / side, (j + 0.5) / side
    else:
        for k in range(1, count + 1):
            yield halton(k, 2), halton(k, 3)


def estimate(count):
    result = {}
    for method in ['grid', 'halton']:
        inside = 0
        total = 0
        cells = [[0] * 4 for _ in range(4)]
        for x, y in points(count, method):
            total += 1
            if x * x + y * y <= 1:
                inside += 1
            cells[int(x * 4)][int(y * 4)] += 1
        worst = 0.0
        for row in cells:
            for cell in row:
                worst = max(worst, abs(cell / total - 1 / 16))
        result[method] = (4 * inside / total, round(worst, 4))
    return result
