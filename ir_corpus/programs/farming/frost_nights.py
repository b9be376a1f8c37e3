# calls: season([12 - abs(100 - i) * 0.16 + (i * 11 % 7) for i in range(200)], -1.0)
# calls: season([4.0, 2.0, -3.0, 5.5], 0)
def last_frost(temps, limit):
    day = len(temps) // 2
    while day >= 0:
        if temps[day] < limit:
            return day
        day -= 1
    return -1


def first_frost(temps, limit):
    for day in range(len(temps) // 2, len(temps)):
        if temps[day] < limit:
            return day
    return len(temps)


def growing_degrees(temps, start, end, floor=5.0):
    degrees = 0.0
    for day in range(start, end):
        if temps[day] > floor:
            degrees += temps[day] - floor
    return degrees


def season(temps, limit):
    start = last_frost(temps, limit) + 1
    end = first_frost(temps, limit)
    stages = []
    for name, needed in [('sprout', 60), ('leaf', 180), ('flower', 420), ('ripe', 700)]:
        reached = None
        for day in range(start, end):
            if growing_degrees(temps, start, day, floor=5.0) >= needed:
                reached = day
                break
        stages.append((name, reached))
    frosty = sum(1 for t in temps if t < limit)
    return start, end, stages, frosty
