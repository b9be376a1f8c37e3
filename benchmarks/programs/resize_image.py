"""Enlarge, shrink and rotate pictures of colored pixels."""


def make_image(width, height):
    pixels = []
    for y in range(height):
        row = []
        for x in range(width):
            r = (x * 8) % 256
            g = (y * 5 + x) % 256
            b = (x * y) % 256
            row.append((r, g, b))
        pixels.append(row)
    return pixels


def nearest(image, new_width, new_height):
    old_height = len(image)
    old_width = len(image[0])
    result = []
    for y in range(new_height):
        row = []
        for x in range(new_width):
            row.append(image[y * old_height // new_height][x * old_width // new_width])
        result.append(row)
    return result


def lerp(a, b, t):
    return a + (b - a) * t


def bilinear(image, new_width, new_height):
    old_height = len(image)
    old_width = len(image[0])
    result = [[(0, 0, 0)] * new_width for _ in range(new_height)]
    for y in range(new_height):
        for x in range(new_width):
            sx = x * (old_width - 1) / (new_width - 1)
            sy = y * (old_height - 1) / (new_height - 1)
            x0 = int(sx)
            y0 = int(sy)
            x1 = min(x0 + 1, old_width - 1)
            y1 = min(y0 + 1, old_height - 1)
            color = []
            for channel in range(3):
                upper = lerp(image[y0][x0][channel], image[y0][x1][channel], sx - x0)
                lower = lerp(image[y1][x0][channel], image[y1][x1][channel], sx - x0)
                color.append(int(lerp(upper, lower, sy - y0)))
            result[y][x] = tuple(color)
    return result


def rotate(image):
    return [[image[len(image) - 1 - y][x] for y in range(len(image))] for x in range(len(image[0]))]


def mean_color(image):
    totals = [0, 0, 0]
    count = 0
    for row in image:
        for r, g, b in row:
            totals[0] += r
            totals[1] += g
            totals[2] += b
            count += 1
    return [round(total / count, 4) for total in totals]


def run():
    image = make_image(32, 24)
    big = bilinear(image, 70, 50)
    small = nearest(big, 16, 12)
    turned = rotate(big)
    return mean_color(big), mean_color(small), len(turned), turned[30][20], small[6][7]
