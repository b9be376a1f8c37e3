# calls: nearest([((i * 37) % 50, (i * 11) % 50) for i in range(30)])
def nearest(points):
    best = None
    found = None
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            dx = points[i][0] - points[j][0]
            dy = points[i][1] - points[j][1]
            distance = dx * dx + dy * dy
            if best is None or distance < best:
                best = distance
                found = (i, j)
    return found, best
