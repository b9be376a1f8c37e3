# calls: after(24, -6, 6), after(9, -100, 100)
# calls: after(40, -3, 2)
from fractions import Fraction


def spread(chances, low, high):
    new = {}
    for place, p in chances.items():
        if place == low:
            targets = [low, low + 1]
        elif place == high:
            targets = [high - 1, high]
        else:
            targets = [place - 1, place + 1]
        for t in targets:
            new[t] = new.get(t, 0) + p / 2
    return new


def moments(chances):
    mean = sum(place * p for place, p in chances.items())
    return mean, sum((place - mean) ** 2 * p for place, p in chances.items())


def after(steps, low, high):
    chances = {0: Fraction(1)}
    at_zero = []
    for n in range(steps):
        chances = spread(chances, low, high)
        if 0 in chances:
            at_zero.append((n + 1, str(chances[0])))
    mean, variance = moments(chances)
    likely = max(sorted(chances), key=lambda place: chances[place])
    return float(mean), float(variance), likely, at_zero[-2:], sum(chances.values()) == 1
