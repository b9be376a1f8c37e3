# calls: drift([(i * 7 % 30, i * 11 % 26, ['blue', 'white', 'yellow'][i % 3], i * 90 % 360) for i in range(32)]), drift([(0, 0, 'blue', 0), (1, 0, 'blue', 0)]), drift([])
def confusion(a, b):
    ax, ay, acolour, aface = a
    bx, by, bcolour, bface = b
    d2 = (ax - bx) ** 2 + (ay - by) ** 2
    c = 10 / (1 + d2)
    if acolour != bcolour:
        c *= 0.5
    turn = abs(aface - bface) % 360
    if turn > 180:
        turn = 360 - turn
    return c * (1 - turn / 240)


def total(hives):
    return sum(confusion(hives[i], hives[j]) for i in range(len(hives)) for j in range(i))


def cost_of(hives, i, candidate):
    result = 0
    for j, other in enumerate(hives):
        if j != i:
            result += confusion(candidate, other)
    return result


def drift(hives):
    hives = list(hives)
    before = total(hives)
    turned = painted = 0
    for i in range(len(hives)):
        x, y, colour, face = hives[i]
        now = cost_of(hives, i, hives[i])
        if now < 0.5:
            continue
        faces = sorted((cost_of(hives, i, (x, y, colour, f)), f) for f in (0, 90, 180, 270))
        if faces[0][0] < now * 0.9:
            hives[i] = (x, y, colour, faces[0][1])
            turned += 1
        elif now > 1.5:
            other = 'green' if colour != 'green' else 'blue'
            if cost_of(hives, i, (x, y, other, face)) < now:
                hives[i] = (x, y, other, face)
                painted += 1
    edge = [i for i, h in enumerate(hives) if all(h[0] >= o[0] for o in hives) or all(h[0] <= o[0] for o in hives)]
    return round(before, 4), round(total(hives), 4), turned, painted, edge
