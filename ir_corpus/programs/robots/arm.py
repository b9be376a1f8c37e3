# calls: sweep([1.0, 0.7, 0.4], 12), reach([1.0, 0.5], [0.3, -0.2])
import math


def reach(lengths, angles):
    x = 0.0
    y = 0.0
    total = 0.0
    for i in range(len(lengths)):
        total += angles[i]
        x += lengths[i] * math.cos(total)
        y += lengths[i] * math.sin(total)
    return x, y


def distance(a, b):
    return math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)


def sweep(lengths, steps):
    target = (0.8, 0.9)
    best = None
    best_angles = None
    near = 0
    for i in range(steps):
        for j in range(steps):
            for k in range(2):
                angles = [math.pi * i / steps, math.pi * j / steps - math.pi / 2, 0.4 * k]
                gap = distance(reach(lengths, angles), target)
                if gap < 0.5:
                    near += 1
                if best is None or gap < best:
                    best = gap
                    best_angles = angles
    return round(best, 4), [round(a, 3) for a in best_angles], near
