# calls: fewest_points([(i * 31 % 83, i * 31 % 83 + 4 + i % 9) for i in range(220)])
# calls: hits([(i * 3 % 40, i * 3 % 40 + 5) for i in range(60)], [k * 1.25 for k in range(40)])
def contains(span, point):
    return span[0] <= point <= span[1]


def fewest_points(spans):
    points = []
    for span in sorted(spans, key=lambda s: s[1]):
        if not any(contains(span, p) for p in points):
            points.append(span[1])
    return points


def hits(spans, points):
    table = {}
    for point in points:
        count = 0
        for span in spans:
            if contains(span, point):
                count += 1
        table[point] = count
    most = -1
    best = None
    for point in table:
        if table[point] > most:
            most = table[point]
            best = point
    return best, most, table
