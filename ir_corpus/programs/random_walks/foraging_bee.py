# calls: forage([(3.0, 4.0), (-6.0, 1.0), (2.0, -7.0), (8.0, 8.0)], 150, 5)
# calls: forage([(0.5, 0.5)], 20, 1), forage([(i * 2.5 - 10, (i * i % 7) - 3.0) for i in range(12)], 60, 77)
import math


class Bee:
    def __init__(self, seed):
        self.x = self.y = 0.0
        self.seed = seed
        self.flown = 0.0
        self.found = []

    def rand(self):
        self.seed = (self.seed * 25214903917 + 11) & 0xFFFFFFFFFFFF
        return (self.seed >> 17) / 2 ** 31

    def fly(self):
        angle = 2 * math.pi * self.rand()
        length = min(12.0, (1 - self.rand()) ** -0.7 * 0.5)
        self.x += length * math.cos(angle)
        self.y += length * math.sin(angle)
        self.flown += length
        if math.hypot(self.x, self.y) > 15:
            self.x /= 2
            self.y /= 2

    def look(self, flowers, sight):
        for i, (fx, fy) in enumerate(flowers):
            if i not in self.found and math.hypot(self.x - fx, self.y - fy) <= sight:
                self.found.append(i)
                return True
        return False


def forage(flowers, flights, seed):
    bee = Bee(seed)
    when = {}
    for n in range(flights):
        bee.fly()
        if bee.look(flowers, 1.5):
            when[bee.found[-1]] = n
        if len(bee.found) == len(flowers):
            break
    return when, n + 1, round(bee.flown, 4), (round(bee.x, 3), round(bee.y, 3))
