# calls: grains([(i * 17 % 23, i * 7 % 19) for i in range(6)], 24, 20)
def closest_seed(seeds, x, y):
    best = 0
    smallest = 10 ** 9
    for n in range(len(seeds)):
        d = (seeds[n][0] - x) ** 2 + (seeds[n][1] - y) ** 2
        if d < smallest:
            smallest = d
            best = n
    return best


def grains(seeds, width, height):
    owner = [[closest_seed(seeds, x, y) for x in range(width)] for y in range(height)]
    areas = [0] * len(seeds)
    borders = {}
    for y in range(height):
        for x in range(width):
            areas[owner[y][x]] += 1
            for ox, oy in ((x + 1, y), (x, y + 1)):
                if ox < width and oy < height and owner[oy][ox] != owner[y][x]:
                    pair = (min(owner[y][x], owner[oy][ox]), max(owner[y][x], owner[oy][ox]))
                    if pair in borders:
                        borders[pair] += 1
                    else:
                        borders[pair] = 1
    longest = max(borders, key=lambda pair: borders[pair])
    return areas, longest, sum(borders.values())
