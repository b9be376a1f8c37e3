# calls: survey([(0, 12.0, 18.0), (9.5, 3.0, 40.0), (22, 5.5, 9.0), (41, 1.0, 30.0)], 30.0, 60, 0.5), survey([(0, 1.0, 2.0)], 10.0, 5, 1)
from math import exp

SATURATION = 9.1


def mix(flow, value, added, other):
    return (flow * value + added * other) / (flow + added)


def travel(bod, deficit, hours, k1=0.016, k2=0.035):
    new_bod = bod * exp(-k1 * hours)
    new_deficit = k1 * bod / (k2 - k1) * (exp(-k1 * hours) - exp(-k2 * hours)) + deficit * exp(-k2 * hours)
    return new_bod, min(SATURATION, new_deficit)


def fish(oxygen):
    for limit, kind in [(7, 'trout'), (5, 'barbel'), (4, 'carp'), (2, 'tench')]:
        if oxygen >= limit:
            return kind
    return 'none'


def survey(outfalls, flow, length, step):
    bod, deficit = 2.0, 0.8
    km = 0.0
    worst = (SATURATION, 0.0)
    reaches = []
    pending = sorted(outfalls)
    while km <= length:
        while len(pending) > 0 and pending[0][0] <= km:
            where, added, strength = pending.pop(0)
            bod = mix(flow, bod, added, strength)
            deficit = mix(flow, deficit, added, 5.0)
            flow += added
        speed = 0.4 * (flow / 30) ** 0.34
        bod, deficit = travel(bod, deficit, step * 1000 / speed / 3600)
        km += step
        oxygen = SATURATION - deficit
        worst = min(worst, (oxygen, km))
        if not reaches or reaches[-1][0] != fish(oxygen):
            reaches.append((fish(oxygen), km))
    return reaches, round(worst[0], 3), worst[1], round(bod, 3)
