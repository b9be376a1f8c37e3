# calls: contours([[round(40 * (1 - ((x - 6) ** 2 + (y - 5) ** 2) / 80) + (x * y) % 5, 1) for x in range(14)] for y in range(12)], [5, 15, 25, 35]), contours([[0, 10], [0, 10]], [5])
def crossing(a, b, level):
    return (level - a) / (b - a)


def cell_points(heights, x, y, level):
    corners = [heights[y][x], heights[y][x + 1], heights[y + 1][x + 1], heights[y + 1][x]]
    points = []
    for side in range(4):
        a = corners[side]
        b = corners[(side + 1) % 4]
        if (a < level) == (b < level):
            continue
        t = crossing(a, b, level)
        if side == 0:
            points.append((x + t, y))
        elif side == 1:
            points.append((x + 1, y + t))
        elif side == 2:
            points.append((x + 1 - t, y + 1))
        else:
            points.append((x, y + 1 - t))
    return points


def contours(heights, levels):
    summary = []
    for level in levels:
        length = 0.0
        segments = 0
        saddles = 0
        for y in range(len(heights) - 1):
            for x in range(len(heights[0]) - 1):
                points = cell_points(heights, x, y, level)
                if len(points) == 4:
                    saddles += 1
                for k in range(0, len(points) - 1, 2):
                    (x1, y1), (x2, y2) = points[k], points[k + 1]
                    length += ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
                    segments += 1
        summary.append((level, segments, saddles, round(length, 4)))
    return summary
