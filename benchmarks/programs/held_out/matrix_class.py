"""A matrix class with operators: powers for Fibonacci numbers, Markov chains, rotations."""

import math


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        self.height = len(self.rows)
        self.width = len(self.rows[0])

    @classmethod
    def zeros(cls, height, width):
        return cls([[0] * width for _ in range(height)])

    @classmethod
    def identity(cls, size):
        matrix = cls.zeros(size, size)
        for i in range(size):
            matrix[i, i] = 1
        return matrix

    def __getitem__(self, position):
        i, j = position
        return self.rows[i][j]

    def __setitem__(self, position, value):
        i, j = position
        self.rows[i][j] = value

    def __add__(self, other):
        if self.height != other.height or self.width != other.width:
            raise ValueError("sizes do not match")
        result = Matrix.zeros(self.height, self.width)
        for i in range(self.height):
            for j in range(self.width):
                result[i, j] = self[i, j] + other[i, j]
        return result

    def __mul__(self, other):
        if isinstance(other, (int, float)):
            return Matrix([[value * other for value in row] for row in self.rows])
        if self.width != other.height:
            raise ValueError("sizes do not match")
        result = Matrix.zeros(self.height, other.width)
        for i in range(self.height):
            for j in range(other.width):
                total = 0
                for k in range(self.width):
                    total += self[i, k] * other[k, j]
                result[i, j] = total
        return result

    def __pow__(self, exponent):
        result = Matrix.identity(self.height)
        base = self
        while exponent > 0:
            if exponent % 2 == 1:
                result = result * base
            base = base * base
            exponent //= 2
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def transpose(self):
        return Matrix([[self.rows[i][j] for i in range(self.height)] for j in range(self.width)])

    def trace(self):
        return sum(self[i, i] for i in range(self.height))


def rotation(angle):
    return Matrix([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])


def weather_chain(size):
    chain = Matrix.zeros(size, size)
    for i in range(size):
        chain[i, i] = 0.5
        chain[i, (i + 1) % size] = 0.3
        chain[i, (i + 3) % size] = 0.2
    return chain


def fibonacci(n):
    return (Matrix([[1, 1], [1, 0]]) ** n)[0, 1]


def run():
    numbers = [fibonacci(n) for n in range(75)]
    chain = weather_chain(11) ** 30
    point = Matrix([[3.0], [4.0]])
    step = rotation(math.pi / 90)
    for _ in range(180):
        point = step * point
    symmetric = chain * chain.transpose()
    total = (symmetric + Matrix.identity(11) * 2).trace()
    return (
        sum(numbers),
        round(chain[0, 4], 10),
        round(point[0, 0], 9),
        round(point[1, 0], 9),
        symmetric == symmetric.transpose(),
        round(total, 9),
    )
