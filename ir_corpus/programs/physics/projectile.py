# calls: farthest(30.0, 0.02, [10, 20, 30, 35, 40, 45, 50, 60, 75]), farthest(12.5, 0.0, [44, 45, 46])
import math


def flight(speed, drag, degrees, dt):
    angle = degrees * math.pi / 180
    vx = speed * math.cos(angle)
    vy = speed * math.sin(angle)
    x = 0.0
    y = 0.0
    highest = 0.0
    while y >= 0.0:
        v = math.sqrt(vx * vx + vy * vy)
        vx -= drag * v * vx * dt
        vy -= (9.81 + drag * v * vy) * dt
        x += vx * dt
        y += vy * dt
        highest = max(highest, y)
    return x, highest


def farthest(speed, drag, angles):
    best = None
    longest = 0.0
    for degrees in angles:
        reach, height = flight(speed, drag, degrees, 0.05)
        if best is None or reach > longest:
            best = degrees
            longest = reach
    return best, round(longest, 3)
