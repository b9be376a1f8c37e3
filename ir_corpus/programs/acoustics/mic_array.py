# calls: locate([[(n * (m + 3) * 7 % 19) / 19 - 0.5 for n in range(64)] for m in range(4)], [0.0, 0.1, 0.25, 0.4], 12)
import math


def lag(position, angle, rate):
    return int(round(position * math.sin(angle) / 343.0 * rate))


def steer(channels, positions, angle, rate):
    energy = 0.0
    length = len(channels[0])
    for n in range(length):
        mix = 0.0
        for m in range(len(channels)):
            k = n + lag(positions[m], angle, rate)
            if 0 <= k < length:
                mix += channels[m][k]
        energy += mix ** 2
    return energy


def locate(channels, positions, steps, rate=8000.0):
    best = None
    for s in range(-steps // 2, steps // 2 + 1):
        angle = math.pi * s / steps
        e = steer(channels, positions, angle, rate)
        if best is None or e > best[1]:
            best = (math.degrees(angle), e)
    return best
