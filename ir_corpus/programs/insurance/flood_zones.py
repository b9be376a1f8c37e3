# calls: rate_town(['3344556', '2334566', '1123467', '0112357', '1013468'] * 4, 3, 2.5), rate_town(['9'], 1, 1)
def heights(rows):
    return [[int(c) for c in row] for row in rows]


def flooded(ground, level):
    h, w = len(ground), len(ground[0])
    water = [[0] * w for _ in range(h)]
    changed = True
    for y in range(h):
        if ground[y][0] < level:
            water[y][0] = 1
    while changed:
        changed = False
        for y in range(h):
            for x in range(w):
                if water[y][x] or ground[y][x] >= level:
                    continue
                if (x > 0 and water[y][x - 1]) or (x < w - 1 and water[y][x + 1]) or (y > 0 and water[y - 1][x]) or (y < h - 1 and water[y + 1][x]):
                    water[y][x] = 1
                    changed = True
    return water


def rate_town(rows, levels, base):
    ground = heights(rows)
    premium = [[base] * len(ground[0]) for _ in ground]
    wet = []
    for level in range(1, levels + 1):
        water = flooded(ground, level)
        wet.append(sum(sum(line) for line in water))
        for y, line in enumerate(water):
            for x, is_wet in enumerate(line):
                if is_wet:
                    premium[y][x] += 12.0 / level
    zones = ['ABC'[min(2, int(p // 8))] for line in premium for p in line]
    return wet, {z: zones.count(z) for z in 'ABC'}, premium[0]
