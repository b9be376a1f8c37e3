# calls: support_table(2016, 1, 24, 6, 19, 4), support_table(2023, 11, 3, 3, 8, 2)
def add_months(year, month, n):
    index = year * 12 + month - 1 + n
    return index // 12, index % 12 + 1


def months_between(a, b):
    return (b[0] - a[0]) * 12 + b[1] - a[1]


def is_lts(number, every):
    return number % every == 0


def end_of_life(release, number, normal, every):
    length = normal * 3 if is_lts(number, every) else normal
    return add_months(release[0], release[1], length)


def support_table(year, month, count, interval, normal, every):
    releases = []
    for number in range(count):
        releases.append(add_months(year, month, number * interval))
    first = releases[0]
    last = max(end_of_life(r, n, normal, every) for n, r in enumerate(releases))
    most = 0
    crowded = None
    lts_gap = 0
    for step in range(months_between(first, last)):
        now = add_months(first[0], first[1], step)
        alive = []
        for number, release in enumerate(releases):
            if release <= now < end_of_life(release, number, normal, every):
                alive.append(number)
        if len(alive) > most:
            most = len(alive)
            crowded = now
        if not any(is_lts(n, every) for n in alive):
            lts_gap += 1
    bars = []
    for number, release in enumerate(releases[:5]):
        length = months_between(release, end_of_life(release, number, normal, every))
        bars.append(' ' * (months_between(first, release) // 3) + ('=' if is_lts(number, every) else '-') * (length // 3))
    return most, crowded, lts_gap, last, bars
