# calls: colony(9000, 365, 58), colony(500, 40, 10)
from math import cos, pi


def laying(day, queen_age):
    season = 0.5 - 0.5 * cos(2 * pi * (day - 20) / 365)
    rate = 1900 * season ** 1.5
    if queen_age > 2:
        rate *= 0.75
    return rate


def forage(day):
    if 100 <= day < 150:
        return 0.011
    if 150 <= day < 205:
        return 0.016
    if 205 <= day < 260:
        return 0.004
    return 0.0


def colony(bees, days, swarm_limit):
    brood = [0.0] * 21
    adults = float(bees)
    honey = 14.0
    swarms = []
    low = (honey, 0)
    peak = (adults, 0)
    queen_age = 2
    for day in range(1, days + 1):
        eggs = min(laying(day % 365, queen_age), adults * 0.11)
        brood.append(eggs)
        hatched = brood.pop(0)
        summer = 90 < day % 365 < 270
        adults += hatched - adults * (0.028 if summer else 0.006)
        honey += forage(day % 365) * adults / 1000 * 3 - adults * 0.0000045 - sum(brood) * 0.000002
        if honey < 0:
            adults *= 0.9
            honey = 0.0
        if adults > swarm_limit * 1000 and summer and len(swarms) < 2:
            swarms.append(day)
            adults /= 2
            honey -= min(honey, 3)
            queen_age = 0
        low = min(low, (honey, day))
        peak = max(peak, (adults, day))
    return round(adults), round(honey, 2), swarms, low[1], peak[1], round(peak[0])
