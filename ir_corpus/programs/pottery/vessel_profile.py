# calls: vessel([(0, 4.0), (2, 6.5), (6, 9.0), (11, 8.2), (15, 4.4), (18, 5.1)], 0.6, 90)
# calls: vessel([(0, 5.0), (10, 5.0)], 0.5, 10)
import math


def radius(profile, h):
    for (h0, r0), (h1, r1) in zip(profile, profile[1:]):
        if h0 <= h <= h1:
            t = (h - h0) / (h1 - h0)
            t = t * t * (3 - 2 * t)
            return r0 + (r1 - r0) * t
    return profile[-1][1]


def simpson(f, a, b, n):
    if n % 2:
        n += 1
    dx = (b - a) / n
    total = f(a) + f(b)
    for i in range(1, n):
        total += f(a + i * dx) * (4 if i % 2 else 2)
    return total * dx / 3


def vessel(profile, wall, n):
    top = profile[-1][0]
    inner = simpson(lambda h: math.pi * max(0, radius(profile, h) - wall) ** 2, wall, top, n)
    outer = simpson(lambda h: math.pi * radius(profile, h) ** 2, 0, top, n)
    clay = outer - inner
    low, high = wall, top
    for _ in range(12):
        middle = (low + high) / 2
        half = simpson(lambda h: math.pi * max(0, radius(profile, h) - wall) ** 2, wall, middle, 10)
        if half < inner / 2:
            low = middle
        else:
            high = middle
    return round(inner, 1), round(clay * 1.9, 1), round(low, 3)
