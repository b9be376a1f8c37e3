# calls: cheapest({'earth': 1.0, 'venus': 0.723, 'mars': 1.524, 'ceres': 2.77, 'jupiter': 5.2}, 'earth')
# calls: cheapest({'a': 1.0, 'b': 2.0, 'c': 1.5}, 'b')
from itertools import permutations

MU = 39.478


def circular(r):
    return (MU / r) ** 0.5


def burn(r1, r2):
    a = (r1 + r2) / 2
    depart = abs((MU * (2 / r1 - 1 / a)) ** 0.5 - circular(r1))
    arrive = abs(circular(r2) - (MU * (2 / r2 - 1 / a)) ** 0.5)
    return depart + arrive


def transfer_time(r1, r2):
    return 3.141592653589793 * (((r1 + r2) / 2) ** 3 / MU) ** 0.5


def cheapest(planets, home):
    others = []
    for name in planets:
        if name != home:
            others.append(name)
    best = None
    longest = 0.0
    tried = 0
    for order in permutations(others):
        here = home
        fuel = 0.0
        years = 0.0
        for name in order:
            fuel += burn(planets[here], planets[name])
            years += transfer_time(planets[here], planets[name])
            here = name
        tried += 1
        longest = max(longest, years)
        if best is None or fuel < best[0]:
            best = (fuel, '-'.join(order), years)
    return best, longest, tried
