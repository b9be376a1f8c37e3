# calls: adjust([(i * 3 % 256, i * 5 % 256, i * 7 % 256) for i in range(150)], 30, 1.2)
def clamp(value):
    return max(0, min(255, value))


def adjust(pixels, offset, contrast):
    result = []
    for pixel in pixels:
        red = clamp(int(pixel[0] * contrast) + offset)
        green = clamp(int(pixel[1] * contrast) + offset)
        blue = clamp(int(pixel[2] * contrast) + offset)
        result.append((red, green, blue))
    grey = []
    for pixel in result:
        grey.append((pixel[0] + pixel[1] + pixel[2]) // 3)
    darkest = 255
    for value in grey:
        darkest = min(darkest, value)
    return result, darkest
