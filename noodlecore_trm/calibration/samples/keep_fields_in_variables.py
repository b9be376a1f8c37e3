# int: walked(n)
_new = object.__new__


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def walked(n):
    total = 0
    for i in range(n):
        point = _new(Point)
        point.x = i
        point.y = total
        total = point.y + point.x
    return total
