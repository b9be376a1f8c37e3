# calls: orbit(0.2056, 0.387, 120)
# calls: orbit(0.967, 17.8, 60), orbit(0.0, 1.0, 5)
from math import cos, pi, sin, sqrt


def solve(mean, e, tolerance=1e-10):
    guess = mean if e < 0.8 else pi
    turns = 0
    while turns < 50:
        step = (guess - e * sin(guess) - mean) / (1 - e * cos(guess))
        guess = guess - step
        turns += 1
        if abs(step) < tolerance:
            break
    return guess, turns


def orbit(e, a, count):
    points = []
    work = 0
    for k in range(count):
        anomaly, turns = solve(2 * pi * k / count, e)
        work += turns
        x = a * (cos(anomaly) - e)
        y = a * sqrt(1 - e * e) * sin(anomaly)
        points.append((x, y))
    length = 0.0
    for k in range(len(points)):
        x0, y0 = points[k - 1]
        x1, y1 = points[k]
        length += sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
    nearest = min(sqrt(x * x + y * y) for x, y in points)
    return round(length, 6), round(nearest, 6), work
