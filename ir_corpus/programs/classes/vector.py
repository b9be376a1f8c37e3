# calls: path(60)
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor)

    @property
    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


def path(steps):
    place = Vector(0.0, 0.0)
    farthest = 0.0
    for i in range(steps):
        step = Vector(float(i % 5 - 2), float(i % 3 - 1))
        place = place.plus(step.scaled(0.5))
        farthest = max(farthest, place.length)
    return round(place.x, 3), round(place.y, 3), round(farthest, 3)
