"""Particles in a box, with properties for what is derived from their state."""


class Particle:
    def __init__(self, x, y, vx, vy, mass):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self._mass = mass

    @property
    def mass(self):
        return self._mass

    @property
    def speed_squared(self):
        return self.vx * self.vx + self.vy * self.vy

    @property
    def energy(self):
        return 0.5 * self.mass * self.speed_squared

    def move(self, time):
        self.x += self.vx * time
        self.y += self.vy * time

    def bounce(self, size):
        if self.x < 0 or self.x > size:
            self.vx = -self.vx
        if self.y < 0 or self.y > size:
            self.vy = -self.vy


def make_particles(count):
    particles = []
    for i in range(count):
        x = (i * 37 % 100) / 10
        y = (i * 61 % 100) / 10
        particles.append(Particle(x, y, (i % 7 - 3) / 4, (i % 11 - 5) / 4, 1.0 + i % 3))
    return particles


def total_energy(particles):
    total = 0.0
    for particle in particles:
        total += particle.energy
    return total


def run():
    particles = make_particles(100)
    start = total_energy(particles)
    energy = 0.0
    for _ in range(1200):
        for particle in particles:
            particle.move(0.02)
            particle.bounce(10.0)
        energy = total_energy(particles)
    middle = sum(particle.x for particle in particles) / len(particles)
    return round(start, 6), round(energy, 6), round(middle, 9)
