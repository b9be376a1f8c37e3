# calls: rating([(0, 5.0), (6, 2.2), (9, 0.4), (14, 0.0), (19, 0.6), (25, 2.9), (33, 5.2)], 0.0012, 0.035, 0.25, 5.0), rating([(0, 2), (1, 0), (2, 2)], 0.01, 0.03, 1.0, 1.5)
def wet_part(left, right, level):
    (x1, z1), (x2, z2) = left, right
    if z1 >= level and z2 >= level:
        return None
    if z1 > level:
        x1 = x1 + (x2 - x1) * (z1 - level) / (z1 - z2)
        z1 = level
    elif z2 > level:
        x2 = x1 + (x2 - x1) * (level - z1) / (z2 - z1)
        z2 = level
    return x1, z1, x2, z2


def geometry(section, level):
    area = 0
    perimeter = 0
    for left, right in zip(section, section[1:]):
        part = wet_part(left, right, level)
        if part is None:
            continue
        x1, z1, x2, z2 = part
        area += (x2 - x1) * ((level - z1) + (level - z2)) / 2
        perimeter += ((x2 - x1) ** 2 + (z2 - z1) ** 2) ** 0.5
    return area, perimeter


def discharge(section, level, slope, n):
    area, perimeter = geometry(section, level)
    if area == 0:
        return 0
    return area * (area / perimeter) ** (2 / 3) * slope ** 0.5 / n


def level_for(section, q, slope, n, high):
    low = min(z for x, z in section)
    while high - low > 0.001:
        middle = (high + low) / 2
        if discharge(section, middle, slope, n) < q:
            low = middle
        else:
            high = middle
    return round(low, 3)


def rating(section, slope, n, step, top):
    curve = []
    level = step
    while level <= top:
        curve.append((level, round(discharge(section, level, slope, n), 3)))
        level += step
    wanted = [curve[-1][1] * k / 8 for k in range(1, 8)]
    return curve, [level_for(section, q, slope, n, top) for q in wanted]
