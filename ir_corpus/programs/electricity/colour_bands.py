# calls: nearest_parts([1.7, 33, 47.2, 815, 1234, 4680, 52000, 99999, 270500, 1.1e6]), nearest_parts([9.9])
E12 = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82]
COLOURS = 'black brown red orange yellow green blue violet grey white'.split()


def catalogue():
    values = []
    for power in range(-1, 6):
        for base in E12:
            values.append((base * 10 ** power, base, power))
    return values


def bands(base, power):
    first, second = base // 10, base % 10
    if power == -1:
        last = 'gold'
    else:
        last = COLOURS[power]
    return COLOURS[first] + '-' + COLOURS[second] + '-' + last


def nearest_parts(wanted):
    parts = catalogue()
    out = []
    worst = 0.0
    for ohm in wanted:
        best = parts[0]
        for part in parts:
            if abs(part[0] - ohm) / ohm < abs(best[0] - ohm) / ohm:
                best = part
        error = 100 * (best[0] - ohm) / ohm
        if abs(error) > abs(worst):
            worst = error
        out.append((ohm, bands(best[1], best[2]), round(error, 2)))
    return out, worst
