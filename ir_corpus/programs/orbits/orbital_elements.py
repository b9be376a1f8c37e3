# calls: catalogue([((7000.0 + 90 * i, 10.0 * i, -300.0 + i), (0.1 * (i % 7), 7.4, 0.6 + 0.05 * (i % 11))) for i in range(45)])
import math

MU_EARTH = 398600.4418


def dot(a, b):
    return sum(a[k] * b[k] for k in range(3))


def norm(a):
    return math.sqrt(dot(a, a))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def elements(r, v):
    h = cross(r, v)
    energy = dot(v, v) / 2 - MU_EARTH / norm(r)
    a = -MU_EARTH / (2 * energy)
    ecc = []
    for k in range(3):
        ecc.append(((dot(v, v) - MU_EARTH / norm(r)) * r[k] - dot(r, v) * v[k]) / MU_EARTH)
    inclination = math.degrees(math.acos(h[2] / norm(h)))
    return a, norm(ecc), inclination


def catalogue(states):
    lowest = None
    decayed = []
    for number, (r, v) in enumerate(states):
        a, e, inc = elements(r, v)
        perigee = a * (1 - e) - 6378.0
        if perigee < 0:
            decayed.append(number)
            continue
        if lowest is None or perigee < lowest[0]:
            lowest = (perigee, number, inc)
    return lowest, decayed
