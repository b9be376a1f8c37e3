"""Shapes with areas, perimeters and bounding boxes, sorted, moved and grouped."""

import math
from abc import ABC, abstractmethod


class Shape(ABC):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    @abstractmethod
    def area(self):
        pass

    @abstractmethod
    def perimeter(self):
        pass

    @abstractmethod
    def bounds(self):
        pass

    def move(self, dx, dy):
        self.x += dx
        self.y += dy

    def name(self):
        return type(self).__name__.lower()

    def overlaps(self, other):
        left1, top1, right1, bottom1 = self.bounds()
        left2, top2, right2, bottom2 = other.bounds()
        return left1 < right2 and left2 < right1 and top1 < bottom2 and top2 < bottom1


class Circle(Shape):
    def __init__(self, x, y, radius):
        super().__init__(x, y)
        self.radius = radius

    def area(self):
        return math.pi * self.radius**2

    def perimeter(self):
        return 2 * math.pi * self.radius

    def bounds(self):
        return (self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


class Rectangle(Shape):
    def __init__(self, x, y, width, height):
        super().__init__(x, y)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)

    def bounds(self):
        return (self.x, self.y, self.x + self.width, self.y + self.height)


class Square(Rectangle):
    def __init__(self, x, y, side):
        super().__init__(x, y, side, side)


class Polygon(Shape):
    def __init__(self, x, y, points):
        super().__init__(x, y)
        self.points = points

    def area(self):
        total = 0
        for i in range(len(self.points)):
            x1, y1 = self.points[i]
            x2, y2 = self.points[(i + 1) % len(self.points)]
            total += x1 * y2 - x2 * y1
        return abs(total) / 2

    def perimeter(self):
        total = 0
        for i in range(len(self.points)):
            x1, y1 = self.points[i - 1]
            x2, y2 = self.points[i]
            total += math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)
        return total

    def bounds(self):
        xs = [self.x + p[0] for p in self.points]
        ys = [self.y + p[1] for p in self.points]
        return (min(xs), min(ys), max(xs), max(ys))


def make_shapes(count):
    shapes = []
    for i in range(count):
        x = i * 37 % 200
        y = i * 53 % 150
        kind = i % 4
        if kind == 0:
            shapes.append(Circle(x, y, i % 7 + 1))
        elif kind == 1:
            shapes.append(Rectangle(x, y, i % 9 + 2, i % 5 + 1))
        elif kind == 2:
            shapes.append(Square(x, y, i % 6 + 1))
        else:
            shapes.append(Polygon(x, y, [(0, 0), (i % 8 + 2, 1), (3, i % 11 + 3)]))
    return shapes


def count_overlaps(shapes):
    overlaps = 0
    for i in range(len(shapes)):
        for j in range(i + 1, len(shapes)):
            if shapes[i].overlaps(shapes[j]):
                overlaps += 1
    return overlaps


def run():
    shapes = make_shapes(120)
    before = count_overlaps(shapes)
    for i, shape in enumerate(shapes):
        shape.move(i % 5 - 2, i % 3 - 1)
    areas = {}
    for shape in shapes:
        areas[shape.name()] = areas.get(shape.name(), 0) + shape.area()
    largest = max(shapes, key=lambda shape: shape.area())
    total = sum(shape.perimeter() for shape in shapes)
    rounded = {name: round(area, 6) for name, area in areas.items()}
    return before, count_overlaps(shapes), rounded, largest.name(), round(total, 6)
