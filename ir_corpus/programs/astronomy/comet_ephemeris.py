# calls: ephemeris([0.9, -0.31, 0.047, -0.0021], [1.2, 0.08, -0.013, 0.0004], 90, 8.5)
# calls: ephemeris([1.0, 0.5], [2.0, -0.1], 12, 4.0)
from math import atan2, degrees, hypot, log10


def horner(coefficients, x):
    value = 0.0
    for i in range(len(coefficients) - 1, -1, -1):
        value = value * x + coefficients[i]
    return value


def magnitude(base, r, delta):
    return base + 5 * log10(delta) + 10 * log10(r)


def ephemeris(xs, ys, days, base):
    lines = []
    brightest = (99.0, -1)
    turned = []
    last_angle = None
    for day in range(days):
        t = day / 10
        x = horner(xs, t)
        y = horner(ys, t)
        r = hypot(x, y) + 0.01
        delta = hypot(x - 1.0, y) + 0.01
        m = magnitude(base, r, delta)
        if m < brightest[0]:
            brightest = (m, day)
        angle = degrees(atan2(y, x))
        if last_angle is not None and abs(angle - last_angle) > 5:
            turned.append(day)
        last_angle = angle
        if day % 5 == 0:
            lines.append(f'{day:4d} {x:9.4f} {y:9.4f} {m:6.2f}')
    return '\n'.join(lines), brightest[1], turned[:5]
