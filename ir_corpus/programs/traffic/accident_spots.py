# calls: black_spots([(i * 137 % 1000 / 10, i * 59 % 800 / 10, i % 4) for i in range(70)], 6.0, 3)
# calls: black_spots([(0.0, 0.0, 3)], 1.0, 1)
import math


def distance(a, b):
    return math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)


def severity(level):
    return {0: 1, 1: 2, 2: 5, 3: 20}[level]


def black_spots(accidents, radius, least):
    spots = []
    for i in range(len(accidents)):
        near = []
        weight = 0
        for j in range(len(accidents)):
            if distance(accidents[i], accidents[j]) <= radius:
                near.append(j)
                weight += severity(accidents[j][2])
        if len(near) >= least:
            spots.append((weight, i, near))
    spots.sort(key=lambda spot: (-spot[0], spot[1]))
    chosen = []
    covered = []
    for weight, i, near in spots:
        if any(j in covered for j in near):
            continue
        chosen.append((i, weight))
        covered.extend(near)
    return chosen, len(spots)
