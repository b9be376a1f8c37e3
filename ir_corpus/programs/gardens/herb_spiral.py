# calls: spiral(['thyme', 'mint', 'sage', 'dill', 'chives', 'basil', 'rosemary'] * 9, 9), spiral(['mint'], 3)
def walk(size):
    x = y = size // 2
    dx, dy = 1, 0
    length = 1
    places = [(x, y)]
    while len(places) < size * size:
        for side in range(2):
            for step in range(length):
                x += dx
                y += dy
                places.append((x, y))
            dx, dy = -dy, dx
        length += 1
    return places[:size * size]


def spiral(herbs, size):
    bed = [['.' for column in range(size)] for row in range(size)]
    places = walk(size)
    where = {}
    for i in range(len(herbs)):
        x, y = places[i]
        bed[y][x] = herbs[i][0]
        if herbs[i] not in where:
            where[herbs[i]] = []
        where[herbs[i]].append((x, y))
    sunny = 0
    for herb in where:
        for x, y in where[herb]:
            if herb in ('thyme', 'rosemary', 'sage') and y > size // 2:
                sunny += 1
    spread = {}
    for herb in where:
        far = 0
        for a in where[herb]:
            for b in where[herb]:
                far = max(far, abs(a[0] - b[0]) + abs(a[1] - b[1]))
        spread[herb] = far
    return [''.join(row) for row in bed], sunny, spread
