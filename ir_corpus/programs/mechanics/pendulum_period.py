# calls: periods([5.0 * k for k in range(1, 12)], 1.2, 0.02), periods([170.0], 0.3, 0.005)
import math


class Pendulum(object):

    def __init__(self, length, angle):
        self.length = length
        self.angle = angle
        self.rate = 0.0
        self.time = 0.0

    def energy(self):
        return 0.5 * self.length * self.length * self.rate ** 2 - 9.81 * self.length * math.cos(self.angle)

    def advance(self, dt):
        self.rate = self.rate - 9.81 / self.length * math.sin(self.angle) * dt
        self.angle = self.angle + self.rate * dt
        self.time = self.time + dt


def periods(angles, length, dt):
    result = []
    drift = 0.0
    for degrees in angles:
        p = Pendulum(length, math.radians(degrees))
        before = p.energy()
        while p.angle > 0:
            p.advance(dt)
            drift = max(drift, abs(p.energy() - before))
        result.append(4 * p.time)
    small = 2 * math.pi * (length / 9.81) ** 0.5
    return [round(t / small, 3) for t in result], drift
