# calls: dry(13, 9, 40, [(6, 4), (2, 2)]), dry(3, 3, 5, [])
def open_edges(x, y, w, h):
    return (x == 0) + (x == w - 1) + (y == 0) + (y == h - 1)


def step(water, covered):
    h, w = len(water), len(water[0])
    new = [row[:] for row in water]
    for y in range(h):
        for x in range(w):
            flow = 0.0
            for nx, ny in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
                if nx >= 0 and nx < w and ny >= 0 and ny < h:
                    flow += water[ny][nx] - water[y][x]
            new[y][x] += 0.12 * flow
            loss = 0.01 + 0.03 * open_edges(x, y, w, h)
            if (x, y) in covered:
                loss = loss / 5
            new[y][x] = max(0.0, new[y][x] - loss * water[y][x])
    return new


def steepest(water):
    worst = 0.0
    place = None
    for y in range(len(water)):
        for x in range(len(water[0]) - 1):
            d = abs(water[y][x] - water[y][x + 1])
            if d > worst:
                worst = d
                place = (x, y)
    return worst, place


def dry(w, h, hours, covered):
    water = [[25.0] * w for _ in range(h)]
    cracks = []
    for hour in range(1, hours // 5 + 1):
        water = step(water, covered)
        risk, place = steepest(water)
        if risk > 1.5:
            cracks.append((hour, place, round(risk, 3)))
    average = sum(map(sum, water)) / (w * h)
    return round(average, 4), cracks, [round(v, 2) for v in water[h // 2]]
