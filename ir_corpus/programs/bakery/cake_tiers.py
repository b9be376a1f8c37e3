# calls: design(5, 40, [8, 12, 16, 20, 24, 28, 32], [6, 8, 10, 12]), design(2, 9, [10, 14], [5])
from math import ceil, pi


def volume(diameter, height):
    return pi * (diameter / 2) ** 2 * height


def icing(tiers):
    area = 0.0
    for k, (d, h) in enumerate(tiers):
        area += pi * d * h
        above = tiers[k + 1][0] if k + 1 < len(tiers) else 0
        area += pi * (d * d - above * above) / 4
    return area


def portions(tiers):
    return sum([int(volume(d, h) / 130) for d, h in tiers])


def design(levels, guests, tins, heights):
    best = (None, None)

    def build(tiers):
        nonlocal best
        if tiers and portions(tiers) >= guests:
            cost = icing(tiers)
            if best[0] is None or cost < best[0]:
                best = (cost, list(tiers))
            return
        if len(tiers) == levels:
            return
        for d in tins:
            if tiers and d >= tiers[-1][0]:
                continue
            for h in heights:
                if tiers and h > tiers[-1][1]:
                    continue
                build(tiers + [(d, h)])

    build([])
    if best[1] is None:
        return 'too many guests'
    return ceil(best[0]), best[1], portions(best[1])
