# calls: chart(500.0, 6, 4.5, 120), chart(250.0, 12, 2.0, 48)
# calls: chart(400.0, 8, 6.0, 600)
def remaining(amount, hours, half_life):
    return amount * 0.5 ** (hours / half_life)


def level(dose, every, half_life, now):
    total = 0.0
    given = 0
    while given <= now:
        total += remaining(dose, now - given, half_life)
        given += every
    return total


def chart(dose, every, half_life, hours):
    levels = []
    for hour in range(0, hours, 2):
        levels.append(level(dose, every, half_life, hour))
    peak = levels[0]
    trough = None
    for i in range(1, len(levels)):
        if levels[i] > peak:
            peak = levels[i]
        if i > len(levels) // 2 and (trough is None or levels[i] < trough):
            trough = levels[i]
    alarms = [i * 2 for i in range(len(levels)) if levels[i] > 1.6 * dose]
    return round(peak, 1), round(trough, 1), alarms[:1], len(alarms)
