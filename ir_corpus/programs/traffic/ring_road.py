# calls: simulate(60, 14, 40, 5), simulate(20, 20, 5, 2)
# calls: simulate(150, 35, 25, 4)
def gap_ahead(road, position):
    size = len(road)
    gap = 0
    while road[(position + gap + 1) % size] is None and gap < size:
        gap += 1
    return gap


def step(road, top_speed):
    moved = [None] * len(road)
    distance = 0
    for position in range(len(road)):
        if road[position] is not None:
            v = min(road[position] + 1, top_speed)
            v = min(v, gap_ahead(road, position))
            moved[(position + v) % len(road)] = v
            distance += v
    return moved, distance


def simulate(length, cars, steps, top_speed):
    road = [None] * length
    for i in range(cars):
        road[i * length // cars] = 0
    total = 0
    jams = 0
    for s in range(steps):
        road, distance = step(road, top_speed)
        total += distance
        standing = 0
        for cell in road:
            if cell == 0:
                standing += 1
        if standing > cars // 3:
            jams += 1
    picture = ''.join('.' if cell is None else str(cell) for cell in road)
    return total / (cars * steps), jams, picture
