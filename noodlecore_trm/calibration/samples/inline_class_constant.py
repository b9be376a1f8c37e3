# int: climb(n)
class Direction:
    UP = 1
    DOWN = 2


def climb(n):
    height = 0
    for i in range(n):
        if i % 3 == Direction.UP:
            height += 1
        elif i % 3 == Direction.DOWN:
            height -= 1
    return height
