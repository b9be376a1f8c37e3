# calls: area([(0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (2.0, 5.5), (0.0, 3.0)])
def area(points):
    total = 0.0
    for i in range(len(points)):
        x1, y1 = points[i]
        x2, y2 = points[(i + 1) % len(points)]
        total += x1 * y2 - x2 * y1
    return abs(total) / 2
