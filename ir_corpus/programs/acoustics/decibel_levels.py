# calls: daily([52.0 + (h * 7 % 23) for h in range(24)] * 8)
# calls: daily([40.0] * 24), daily([61.5, 70.2, 58.0] * 16)
import math


def to_power(db):
    return 10 ** (db / 10)


def to_db(power):
    return 10 * math.log10(power)


def penalty(hour):
    if hour in [22, 23, 0, 1, 2, 3, 4, 5, 6]:
        return 10.0
    elif hour in [19, 20, 21]:
        return 5.0
    return 0.0


def daily(levels):
    days = []
    start = 0
    while start + 24 <= len(levels):
        day = levels[start:start + 24]
        total = 0.0
        for hour in range(24):
            total += to_power(day[hour] + penalty(hour))
        days.append(to_db(total / 24))
        start += 24
    over = 0
    loudest = -999.0
    quietest = 999.0
    for level in levels:
        if level > 65.0:
            over += 1
        loudest = max(loudest, level)
        quietest = min(quietest, level)
    ranked = sorted(levels, reverse=True)
    l10 = ranked[len(ranked) // 10]
    l90 = ranked[len(ranked) * 9 // 10]
    return [round(d, 1) for d in days], over, loudest - quietest, l10 - l90
