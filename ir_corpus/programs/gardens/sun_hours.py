# calls: map_sun(24, 16, [(3, 4, 5), (10, 10, 8), (20, 2, 3)])
# calls: map_sun(5, 5, [])
import math


def shadow(x, y, tree, angle):
    dx = x - tree[0]
    dy = y - tree[1]
    reach = tree[2] / math.tan(angle)
    return abs(dx) <= 1 and 0 <= dy <= reach


def map_sun(width, height, trees):
    hours = []
    for y in range(height):
        row = []
        for x in range(width):
            bright = 0
            for hour in range(3, 9):
                dark = False
                for tree in trees:
                    if shadow(x, y, tree, math.pi * hour / 12):
                        dark = True
                        break
                if not dark:
                    bright += 1
            row.append(bright)
        hours.append(row)
    best = (0, 0)
    for y in range(height):
        for x in range(width):
            if hours[y][x] > hours[best[1]][best[0]]:
                best = (x, y)
    return best, [sum(row) for row in hours]
