# calls: bode([(10000.0, 1e-8), (4700.0, 2.2e-8), (1000.0, 1e-7)], 10, 100000, 12), bode([(100.0, 1e-6)], 100, 1000, 3)
import cmath
import math


def section(r, c, w):
    return 1 / (1 + 1j * w * r * c)


def decibel(x):
    return 20 * math.log10(abs(x))


def bode(stages, low, high, per_decade):
    f = float(low)
    factor = 10 ** (1 / per_decade)
    points = []
    while f <= high * 1.0001:
        w = 2 * math.pi * f
        gain = complex(1, 0)
        for r, c in stages:
            gain = gain * section(r, c, w)
        points.append((f, decibel(gain), math.degrees(cmath.phase(gain))))
        f *= factor
    corner = None
    for before, after in zip(points, points[1:]):
        if before[1] > -3 >= after[1]:
            part = (before[1] + 3) / (before[1] - after[1])
            corner = before[0] * (after[0] / before[0]) ** part
            break
    plot = ''
    for f, db, phase in points:
        plot += '%9.1f ' % f + '#' * max(0, int(60 + db) // 2) + '\n'
    return corner, plot, round(points[-1][2], 3)
