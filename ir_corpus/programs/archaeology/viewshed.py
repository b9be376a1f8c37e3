# calls: hillforts([[(x * x + y * 7 + x * y) % 9 + 4 * (abs(x - 9) // 5) for x in range(20)] for y in range(16)], [(2, 3), (10, 8), (17, 14), (5, 12), (19, 0), (0, 15), (12, 2)], 3)
# calls: hillforts([[1, 9, 1]], [(0, 0), (2, 0)], 1)
def between(a, b, steps):
    for s in range(1, steps):
        t = s / steps
        yield a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, t


def sees(heights, a, b, tower):
    steps = 2 * max(abs(a[0] - b[0]), abs(a[1] - b[1]))
    if steps == 0:
        return True
    ha = heights[a[1]][a[0]] + tower
    hb = heights[b[1]][b[0]] + tower
    for x, y, t in between(a, b, steps):
        ground = heights[int(y + 0.5)][int(x + 0.5)]
        if ground > ha + (hb - ha) * t:
            return False
    return True


def hillforts(heights, forts, tower):
    links = []
    for i, a in enumerate(forts):
        for b in forts[i + 1:]:
            if sees(heights, a, b, tower):
                links.append((a, b))
    chain = [forts[0]]
    grown = True
    while grown:
        grown = False
        for a, b in links:
            if a in chain and b not in chain:
                chain.append(b)
                grown = True
            elif b in chain and a not in chain:
                chain.append(a)
                grown = True
    return links, len(chain) == len(forts), chain
