# calls: best_angle(32.0, 0.004, 8)
# calls: best_angle(12.0, 0.02, 30)
import math

GRAVITY = 9.81


class Shell:
    def __init__(self, speed, degrees, drag):
        self.x = 0.0
        self.y = 0.0
        self.vx = speed * math.cos(math.radians(degrees))
        self.vy = speed * math.sin(math.radians(degrees))
        self.drag = drag
        self.apex = 0.0

    def speed(self):
        return math.sqrt(self.vx * self.vx + self.vy * self.vy)

    def step(self, dt):
        v = self.speed()
        self.vx -= self.drag * v * self.vx * dt
        self.vy -= (GRAVITY + self.drag * v * self.vy) * dt
        self.x += self.vx * dt
        self.y += self.vy * dt
        self.apex = max(self.apex, self.y)


def shoot(speed, degrees, drag, dt=0.05):
    shell = Shell(speed, degrees, drag)
    ticks = 0
    while shell.y >= 0.0 and ticks < 2000:
        shell.step(dt)
        ticks += 1
    return shell.x, shell.apex, ticks


def best_angle(speed, drag, tries):
    best = (0.0, None)
    apexes = []
    for k in range(tries):
        degrees = 25.0 + k * 45.0 / tries
        distance, apex, _ = shoot(speed, degrees, drag)
        apexes.append(round(apex, 2))
        if distance > best[0]:
            best = (distance, degrees)
    return best, max(apexes)
