# calls: count_inside([(0, 0), (9, 1), (7, 8), (1, 6)], [(i % 10, i // 10) for i in range(80)])
def is_inside(polygon, x, y):
    inside = False
    j = len(polygon) - 1
    for i in range(len(polygon)):
        xi, yi = polygon[i]
        xj, yj = polygon[j]
        if (yi > y) != (yj > y) and x < (xj - xi) * (y - yi) / (yj - yi) + xi:
            inside = not inside
        j = i
    return inside


def count_inside(polygon, points):
    count = 0
    for x, y in points:
        if is_inside(polygon, x, y):
            count += 1
    return count
