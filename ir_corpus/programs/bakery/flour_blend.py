# calls: find_blends({'T45': (9.5, 0.45), 'T65': (11.2, 0.65), 'T80': (12.0, 0.8), 'T150': (13.6, 1.5)}, (11.4, 11.9), 0.75)
# calls: find_blends({'white': (10.0, 0.5), 'whole': (14.0, 1.6)}, (11.0, 13.0), 1.2)
def splits(total, parts):
    if parts == 1:
        return [[total]]
    found = []
    for first in range(0, total + 1):
        for rest in splits(total - first, parts - 1):
            found.append([first] + rest)
    return found


def mean_of(flours, names, shares, which):
    return sum([flours[n][which] * s for n, s in zip(names, shares)]) / sum(shares)


def find_blends(flours, protein, ash_limit):
    names = sorted(flours)
    good = []
    for shares in splits(10, len(names)):
        p = mean_of(flours, names, shares, 0)
        if p < protein[0] or p > protein[1]:
            continue
        if mean_of(flours, names, shares, 1) <= ash_limit:
            good.append((shares.count(0), round(p, 3), shares))
    good.sort(reverse=True)
    return len(good), good[:4]
