# calls: advance([(1000.0, 0.0, 0.0, 0.0, 0.0), (1.0, 10.0, 0.0, 0.0, 10.0), (0.5, -20.0, 0.0, 0.0, -7.0), (0.1, 0.0, 35.0, -5.0, 0.0)], 40, 0.01)
# calls: advance([(5.0, 0.0, 0.0, 0.0, 0.0), (5.0, 1.0, 1.0, 0.0, 0.0)], 3, 0.001)
class Body:
    def __init__(self, mass, x, y, vx, vy):
        self.mass = mass
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy

    def pull(self, other, dt):
        dx = other.x - self.x
        dy = other.y - self.y
        r2 = dx * dx + dy * dy + 0.01
        force = other.mass / (r2 * r2 ** 0.5)
        self.vx += force * dx * dt
        self.vy += force * dy * dt

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt

    def kinetic(self):
        return 0.5 * self.mass * (self.vx ** 2 + self.vy ** 2)


def advance(start, steps, dt):
    bodies = []
    for record in start:
        bodies.append(Body(*record))
    for step in range(steps):
        for a in bodies:
            for b in bodies:
                if a is not b:
                    a.pull(b, dt)
        for body in bodies:
            body.move(dt)
    energy = 0.0
    for body in bodies:
        energy += body.kinetic()
    return energy, [(round(b.x, 4), round(b.y, 4)) for b in bodies]
