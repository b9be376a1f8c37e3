# calls: profile([(0, 0), (4, 5), (9, -8), (13, 12.5), (18, 0), (22, -20), (27, 3)], 30, 0.25, 800)
# calls: profile([(0, 10)], 2, 0.5, 400)
def gradient_at(sections, km):
    current = 0
    for start, permille in sections:
        if start <= km:
            current = permille
        else:
            break
    return current


def resistance(speed, mass):
    return mass * (1.5 + 0.01 * speed + 0.0004 * speed * speed) / 100


def tractive(speed):
    if speed < 40:
        return 150.0
    return 6000.0 / speed


def profile(sections, length, step, mass):
    height = 100.0
    speed = 40.0
    hours = 0.0
    slowest = speed
    where = 0.0
    rows = []
    km = 0.0
    while km < length:
        g = gradient_at(sections, km)
        pull = tractive(speed) - resistance(speed, mass) - mass * g * 0.00981
        speed += pull * step / 8
        if speed > 120:
            speed = 120.0
        if speed < 8:
            speed = 8.0
        if speed < slowest:
            slowest = speed
            where = km
        height += g * step
        hours += step / speed
        if int(km / step) % 8 == 0:
            rows.append((km, round(height, 1), round(speed)))
        km += step
    return rows, round(hours * 60, 2), round(slowest, 1), where
