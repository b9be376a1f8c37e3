# calls: simulate([(1.0, 0.5, 2.0), (4.0, -0.5, 1.0), (6.5, 0.0, 3.0), (9.0, -1.0, 0.5)], 10.0, 0.05, 120)
class Ball:
    def __init__(self, x, v, mass):
        self.x = x
        self.v = v
        self.mass = mass

    @property
    def momentum(self):
        return self.mass * self.v

    def move(self, dt, width):
        self.x += self.v * dt
        if self.x < 0:
            self.x = -self.x
            self.v = -self.v
        elif self.x > width:
            self.x = 2 * width - self.x
            self.v = -self.v


def bounce(a, b):
    total = a.mass + b.mass
    va = (a.v * (a.mass - b.mass) + 2 * b.mass * b.v) / total
    vb = (b.v * (b.mass - a.mass) + 2 * a.mass * a.v) / total
    a.v = va
    b.v = vb


def simulate(balls, width, dt, steps):
    balls = [Ball(x, v, mass) for x, v, mass in balls]
    hits = 0
    for _ in range(steps):
        for ball in balls:
            ball.move(dt, width)
        for i in range(len(balls) - 1):
            if balls[i].x > balls[i + 1].x and balls[i].v > balls[i + 1].v:
                bounce(balls[i], balls[i + 1])
                hits += 1
    return hits, sum(abs(ball.momentum) for ball in balls)
