"""Brighten, sharpen and shrink a grey picture."""


def make_picture(height, width):
    picture = []
    for y in range(height):
        picture.append([(x * x + 3 * y * y + x * y) // 7 % 256 for x in range(width)])
    return picture


def clamp(value):
    return max(0, min(value, 255))


def brighten(picture, amount):
    brighter = []
    for row in picture:
        brighter.append([clamp(pixel * amount // 100) for pixel in row])
    return brighter


def sharpen(picture):
    height = len(picture)
    width = len(picture[0])
    sharper = []
    for y in range(1, height - 1):
        row = []
        for x in range(1, width - 1):
            around = picture[y - 1][x] + picture[y + 1][x] + picture[y][x - 1] + picture[y][x + 1]
            row.append(clamp(5 * picture[y][x] - around))
        sharper.append(row)
    return sharper


def shrink(picture):
    smaller = []
    for y in range(0, len(picture) - 1, 2):
        row = []
        for x in range(0, len(picture[0]) - 1, 2):
            total = 0
            for dy in (0, 1):
                for dx in (0, 1):
                    total += picture[y + dy][x + dx]
            row.append(total // 4)
        smaller.append(row)
    return smaller


def run():
    picture = sharpen(brighten(make_picture(150, 200), 130))
    small = shrink(picture)
    return len(small), sum(small[10]), sum(sum(row) for row in picture)
