# calls: pond([0, 0, 12, 3, 0, 0, 0, 25, 0, 1] * 25, 3.0, 8.0), pond([40] * 10, 2.0, 5.0)
def volume(level, radius):
    # a bowl: pi * h^2 * (3r - h) / 3
    return 3.14159 * level ** 2 * (3 * radius - level) / 3


def level_of(litres, radius):
    low = 0.0
    high = radius
    while high - low > 0.01:
        middle = (low + high) / 2
        if volume(middle, radius) < litres:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def pond(rain, radius, roof):
    litres = volume(radius / 2, radius)
    full = volume(radius, radius)
    overflow = 0.0
    dry_days = 0
    levels = []
    for mm in rain:
        litres += mm * roof / 10
        litres -= 0.3 * level_of(litres, radius)
        if litres > full:
            overflow += litres - full
            litres = full
        if litres < 0.5:
            litres = 0.5
            dry_days += 1
        levels.append(litres)
    lowest = levels[0]
    for value in levels:
        lowest = min(lowest, value)
    return round(level_of(lowest, radius), 2), round(overflow, 2), dry_days
