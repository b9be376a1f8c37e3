# calls: sailings(5, 0.6, 2.1), sailings(1, 3.0, 9.0), sailings(2, 2.0, 1.0)
import math

LOW_WATER_GAP = 745


def depth(minute, swing):
    spring = 1 + 0.25 * math.cos(2 * math.pi * minute / (14.77 * 1440))
    return 2.4 + swing * spring * math.sin(2 * math.pi * minute / LOW_WATER_GAP)


def window_open(minute, draught, swing):
    return depth(minute, swing) >= draught and depth(minute + 25, swing) >= draught


def sailings(days, swing, draught):
    plan = []
    side = 'mainland'
    minute = 5 * 60
    cancelled = 0
    while minute < days * 1440:
        of_day = minute % 1440
        if of_day < 300 or of_day > 1320:
            minute += 10
            side = 'mainland'
            continue
        if window_open(minute, draught, swing):
            plan.append((minute // 1440 + 1, '%d.%02d' % divmod(of_day, 60), side))
            side = 'island' if side == 'mainland' else 'mainland'
            minute += 45
        else:
            cancelled += 1
            minute += 5
    per_day = [0] * days
    for day, text, where in plan:
        per_day[day - 1] += 1
    return per_day, cancelled, plan[:3], plan[-1:]
