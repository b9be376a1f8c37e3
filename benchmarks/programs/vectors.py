"""A three-dimensional vector class, and a body that circles a centre."""

import math


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))


def total_length(vectors):
    total = 0.0
    for vector in vectors:
        total += vector.length()
    return total


def circle(steps):
    centre = Vector(0.0, 0.0, 0.0)
    position = Vector(1.0, 0.0, 0.2)
    velocity = Vector(0.0, 0.9, 0.1)
    path = []
    for _ in range(steps):
        pull = centre - position
        distance = pull.length()
        velocity = velocity + pull.scaled(0.01 / (distance * distance * distance))
        position = position + velocity.scaled(0.01)
        path.append(position)
    return path


def closest_pair(vectors):
    best = 1000.0
    for i in range(len(vectors)):
        for j in range(i + 1, len(vectors)):
            distance = (vectors[i] - vectors[j]).length()
            if distance < best:
                best = distance
    return best


def run():
    path = circle(15_000)
    return round(total_length(path), 6), round(closest_pair(path[::60]), 9), round(path[-1].x, 9)
