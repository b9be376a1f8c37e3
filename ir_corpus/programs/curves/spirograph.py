# calls: pattern(96, 36, 20, 21, 400), pattern(5, 3, 5, 9, 30)
# calls: pattern(105, 45, 40, 31, 900)
import math


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def pen(ring, wheel, hole, angle):
    turn = (ring - wheel) / wheel * angle
    x = (ring - wheel) * math.cos(angle) + hole * math.cos(turn)
    y = (ring - wheel) * math.sin(angle) - hole * math.sin(turn)
    return x, y


def put(paper, x, y, reach, size):
    column = int((x + reach) / (2 * reach) * (size - 1) + 0.5)
    row = int((y + reach) / (2 * reach) * (size - 1) + 0.5)
    if paper[row][column] == ' ':
        paper[row][column] = '.'
        return 1
    if paper[row][column] == '.':
        paper[row][column] = 'o'
    elif paper[row][column] == 'o':
        paper[row][column] = '@'
    return 0


def pattern(ring, wheel, hole, size, dots):
    petals = ring // gcd(ring, wheel)
    rounds = wheel // gcd(ring, wheel)
    reach = ring - wheel + hole
    paper = [[' '] * size for _ in range(size)]
    inked = 0
    for k in range(dots):
        x, y = pen(ring, wheel, hole, 2 * math.pi * rounds * k / dots)
        inked += put(paper, x, y, reach, size)
    return petals, rounds, inked, '\n'.join(''.join(row).rstrip() for row in paper)
