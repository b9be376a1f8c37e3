# calls: bake([i % 5 + 1 for i in range(90)], 20.0, 220.0, 0.04)
# calls: bake([2], 20.0, 180.0, 0.01)
import math


def core_temperature(minutes, start, oven, k):
    return oven - (oven - start) * math.exp(-k * minutes)


def minutes_until(target, start, oven, k):
    minutes = 0
    while core_temperature(minutes, start, oven, k) < target:
        minutes += 1
        if minutes > 600:
            return None
    return minutes


def bake(thickness, start, oven, k):
    results = []
    failed = 0
    for cm in thickness:
        t = minutes_until(96.0, start, oven, k / cm)
        if t is None:
            failed = failed + 1
        else:
            results.append(t)
    if not results:
        return 'nothing is done'
    spread = max(results) - min(results)
    return 'done in ' + str(max(results)) + ' minutes, spread ' + str(spread) + ', failed ' + str(failed)
