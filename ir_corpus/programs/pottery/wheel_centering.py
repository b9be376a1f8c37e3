# calls: centre([(3, 1), (-1, 2), (4, -4), (0, -3)], 300, 12), centre([], 10, 3)
from math import cos, hypot, pi, sin


def wobble(lumps, angle):
    reach = 10.0
    for x, y in lumps:
        side = x * cos(angle) + y * sin(angle)
        if side > 0:
            reach += side * 0.15
    return reach


def press(lumps, angle, force):
    out = []
    for x, y in lumps:
        side = x * cos(angle) + y * sin(angle)
        if side > 0:
            x -= force * side * cos(angle)
            y -= force * side * sin(angle)
        out.append((x, y))
    return out


def centre(lumps, turns, points):
    lumps = [(float(x), float(y)) for x, y in lumps]
    angle = 0.0
    history = []
    for turn in range(turns):
        angle += 2 * pi * 0.381966
        lumps = press(lumps, angle, 0.03)
        if turn % (turns // 10) == 0:
            widest = 0
            for k in range(points):
                r = wobble(lumps, 2 * pi * k / points)
                if r > widest:
                    widest = r
            history.append(round(widest, 4))
    rest = sum(hypot(x, y) for x, y in lumps)
    return history, round(rest, 6)
