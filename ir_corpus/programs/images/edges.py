# calls: edges(16)
def edges(size):
    image = []
    for y in range(size):
        image.append([0.0] * size)
    for y in range(size):
        for x in range(size):
            if (x - 8) ** 2 + (y - 8) ** 2 < 30:
                image[y][x] = 1.0
    strong = 0
    for y in range(1, size - 1):
        for x in range(1, size - 1):
            gx = image[y][x + 1] - image[y][x - 1]
            gy = image[y + 1][x] - image[y - 1][x]
            if gx * gx + gy * gy > 0.5:
                strong += 1
    return strong
