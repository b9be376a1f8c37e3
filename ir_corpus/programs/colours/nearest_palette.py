# calls: reduce_colours([(i * 37 % 256, i * 59 % 256, i * 83 % 256) for i in range(48)], 5)
def distance(a, b):
    mean = (a[0] + b[0]) / 2
    red = a[0] - b[0]
    green = a[1] - b[1]
    blue = a[2] - b[2]
    return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue


def nearest(colour, palette):
    best = 0
    for i in range(len(palette)):
        if distance(colour, palette[i]) < distance(colour, palette[best]):
            best = i
    return best


def reduce_colours(pixels, size):
    palette = [pixels[0]]
    while len(palette) < size:
        farthest = None
        for pixel in pixels:
            gap = distance(pixel, palette[nearest(pixel, palette)])
            if farthest is None or gap > farthest[0]:
                farthest = (gap, pixel)
        palette.append(farthest[1])
    indexes = []
    error = 0.0
    for pixel in pixels:
        index = nearest(pixel, palette)
        indexes.append(index)
        error += distance(pixel, palette[index]) ** 0.5
    return palette, indexes, round(error / len(pixels), 3)
