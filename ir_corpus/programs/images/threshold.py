# calls: histogram(24, 24)
def histogram(width, height):
    image = [[(x * x + y * 3) % 64 for x in range(width)] for y in range(height)]
    counts = [0] * 64
    for y in range(len(image)):
        for x in range(len(image[y])):
            counts[image[y][x]] += 1
    total = width * height
    best = 0.0
    chosen = 0
    below = 0
    for level in range(64):
        below = below + counts[level]
        share = below / total
        quality = share * (1 - share)
        if quality > best:
            best = quality
            chosen = level
    mask = []
    for y in range(height):
        row = ''
        for x in range(width):
            row += '#' if image[y][x] > chosen else '.'
        mask.append(row)
    return chosen, mask
