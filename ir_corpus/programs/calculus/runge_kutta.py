# calls: orbit(1.0, 0.0, 0.1, 60), orbit(0.2, 1.5, 0.05, 40, damping=0.3)
import math


def slope(angle, speed, damping):
    return speed, -9.81 * math.sin(angle) - damping * speed


def step(angle, speed, h, damping):
    a1, s1 = slope(angle, speed, damping)
    a2, s2 = slope(angle + h / 2 * a1, speed + h / 2 * s1, damping)
    a3, s3 = slope(angle + h / 2 * a2, speed + h / 2 * s2, damping)
    a4, s4 = slope(angle + h * a3, speed + h * s3, damping)
    return angle + h / 6 * (a1 + 2 * a2 + 2 * a3 + a4), speed + h / 6 * (s1 + 2 * s2 + 2 * s3 + s4)


def orbit(angle, speed, h, count, damping=0.0):
    path = [(angle, speed)]
    crossings = []
    for i in range(count):
        angle, speed = step(path[-1][0], path[-1][1], h, damping)
        if path[-1][0] * angle < 0:
            crossings.append(round((i + 1) * h, 3))
        path.append((angle, speed))
    highest = 0.0
    for angle, speed in path:
        highest = max(highest, abs(angle))
    period = None
    if len(crossings) >= 2:
        period = 2 * (crossings[-1] - crossings[0]) / (len(crossings) - 1)
    return highest, period, crossings
