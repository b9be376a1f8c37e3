# calls: box([(i * 7 % 31, i * 13 % 29) for i in range(60)])
def box(points):
    left = points[0][0]
    right = points[0][0]
    low = points[0][1]
    high = points[0][1]
    for x, y in points:
        left = min(left, x)
        right = max(right, x)
        low = min(low, y)
        high = max(high, y)
    return left, low, right, high
