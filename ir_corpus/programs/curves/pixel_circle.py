# calls: discs([1, 2, 5, 9, 14, 22], 30), discs([3] * 12, 8), discs([60, 50, 40], 40)
def octant(radius):
    x, y = radius, 0
    d = 1 - radius
    points = []
    while y <= x:
        points.append((x, y))
        y += 1
        if d < 0:
            d += 2 * y + 1
        else:
            x -= 1
            d += 2 * (y - x) + 1
    return points


def circle(cx, cy, radius):
    pixels = []
    for x, y in octant(radius):
        for px, py in [(x, y), (y, x), (-x, y), (-y, x), (x, -y), (y, -x), (-x, -y), (-y, -x)]:
            spot = (cx + px, cy + py)
            if spot not in pixels:
                pixels.append(spot)
    return pixels


def discs(radii, size):
    canvas = [[0] * size for row in range(size)]
    outside = 0
    for r in radii:
        for x, y in circle(size // 2, size // 2, r):
            if x >= 0 and x < size and y >= 0 and y < size:
                canvas[y][x] ^= 1
            else:
                outside += 1
    rows = []
    for row in canvas:
        number = 0
        for bit in row:
            number = number * 2 + bit
        rows.append('%x' % number)
    return rows, outside, sum(map(sum, canvas))
