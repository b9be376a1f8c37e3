# calls: stack([10.0, 20.0, 35.0, 60.0, 90.0] * 12, (1.0, 0.2, -0.4, 0.1))
# calls: compare([[9.0 * k for k in range(n)] for n in range(2, 14)], (1.0, 1.0, 0.0, 0.0))
import math


class Light:
    def __init__(self, s0, s1, s2, s3):
        self.s = [s0, s1, s2, s3]
        self.lost = 0.0

    @property
    def degree(self):
        s = self.s
        if s[0] == 0:
            return 0.0
        return math.sqrt(s[1] ** 2 + s[2] ** 2 + s[3] ** 2) / s[0]

    def polarize(self, angle):
        c = math.cos(2 * math.radians(angle))
        d = math.sin(2 * math.radians(angle))
        before = self.s[0]
        rows = [[1, c, d, 0], [c, c * c, c * d, 0], [d, c * d, d * d, 0], [0, 0, 0, 0]]
        after = []
        for row in rows:
            total = 0.0
            for k in range(4):
                total += row[k] * self.s[k]
            after.append(total / 2)
        self.s = after
        self.lost += before - after[0]


def stack(angles, stokes):
    light = Light(*stokes)
    degrees = []
    for angle in angles:
        light.polarize(angle)
        degrees.append(round(light.degree, 3))
    return light.s, light.lost, min(degrees)


def compare(stacks, stokes):
    best = -1.0
    winner = None
    for number, angles in enumerate(stacks):
        passed = stack(angles, stokes)[0][0]
        if passed > best:
            best, winner = passed, number
    return winner, best
