# calls: lifetime(210.0, 0.011, 2000), lifetime(260.0, 0.02, 400)
# calls: survey([{'name': 'cube', 'h': 180.0, 'b': 0.02}, {'name': 'station', 'h': 230.0, 'b': 0.008}, {'name': 'rock', 'h': 130.0, 'b': 0.05}], 500)
from math import exp, sqrt

LAYERS = [(0, 1.225, 8.4), (100, 5.6e-7, 5.9), (150, 2.07e-9, 22.5), (200, 2.5e-10, 37.5), (300, 1.9e-11, 53.6)]


def density(altitude):
    base = LAYERS[0]
    for layer in LAYERS:
        if layer[0] <= altitude:
            base = layer
    return base[1] * exp(-(altitude - base[0]) / base[2])


def speed(altitude):
    return sqrt(398600.4 / (6378.1 + altitude))


def lifetime(altitude, ballistic, limit):
    orbits = 0
    start = altitude
    halfway = None
    while altitude > 100.0 and orbits < limit:
        radius = 6378.1 + altitude
        loss = 2 * 3.14159 * ballistic * density(altitude) * 1000 * radius * radius * speed(altitude) / speed(0.0)
        altitude -= loss
        orbits += 1
        if halfway is None and altitude < start / 2 + 50.0:
            halfway = orbits
    return orbits, halfway, round(altitude, 3)


def survey(objects, limit):
    order = []
    for thing in objects:
        orbits, _, _ = lifetime(thing['h'], thing['b'], limit)
        order.append((orbits, thing['name']))
    return sorted(order)
