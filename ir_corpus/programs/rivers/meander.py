# calls: measure(110, 8, 1.4, 0.06), measure(6, 3, 0.5, 0.2)
import math


def centreline(n, wavelength, swing, noise):
    x = y = 0.0
    line = [(x, y)]
    for i in range(n):
        theta = swing * math.sin(2 * math.pi * i / wavelength) + noise * ((i * 31) % 7 - 3)
        x += math.cos(theta)
        y += math.sin(theta)
        line.append((x, y))
    return line


def curvature(a, b, c):
    area2 = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    product = math.dist(a, b) * math.dist(b, c) * math.dist(a, c)
    return 2 * area2 / product if product else 0.0


def near_cutoffs(line, gap, apart):
    pairs = []
    i = 0
    while i < len(line):
        for j in range(len(line) - 1, i + apart, -1):
            if abs(line[i][0] - line[j][0]) < gap and abs(line[i][1] - line[j][1]) < gap:
                pairs.append((i, j))
                i = j
                break
        i += 1
    return pairs


def measure(n, wavelength, swing, noise):
    line = centreline(n, wavelength, swing, noise)
    length = sum(math.dist(p, q) for p, q in zip(line, line[1:]))
    sinuosity = length / math.dist(line[0], line[-1])
    bends = 0
    sharpest = 0.0
    sign = 0
    for k in range(1, len(line) - 1):
        c = curvature(line[k - 1], line[k], line[k + 1])
        if abs(c) > abs(sharpest):
            sharpest = c
        if c * sign < 0 or sign == 0:
            bends += 1
            sign = 1 if c > 0 else -1
    return round(sinuosity, 4), bends, round(sharpest, 4), near_cutoffs(line, 1.2, 3)
