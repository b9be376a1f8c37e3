"""Blur a grayscale picture with a kernel, and find its edges with the Sobel operator."""

GAUSS = [
    [1, 2, 1],
    [2, 4, 2],
    [1, 2, 1],
]
SOBEL_X = [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
]
SOBEL_Y = [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
]


def make_image(width, height):
    image = []
    for y in range(height):
        row = []
        for x in range(width):
            inside = (x - width // 2) ** 2 + (y - height // 2) ** 2 < 120
            noise = (x * 31 + y * 17) % 29
            row.append(180 + noise if inside else 40 + noise)
        image.append(row)
    return image


def clamp(value, low, high):
    if value < low:
        return low
    if value > high:
        return high
    return value


def convolve(image, kernel, divisor):
    height = len(image)
    width = len(image[0])
    output = []
    for y in range(height):
        row = []
        for x in range(width):
            total = 0
            for ky in range(3):
                for kx in range(3):
                    py = clamp(y + ky - 1, 0, height - 1)
                    px = clamp(x + kx - 1, 0, width - 1)
                    total += image[py][px] * kernel[ky][kx]
            row.append(total // divisor)
        output.append(row)
    return output


def edges(image, threshold):
    gx = convolve(image, SOBEL_X, 1)
    gy = convolve(image, SOBEL_Y, 1)
    result = []
    for y in range(len(image)):
        result.append([1 if abs(gx[y][x]) + abs(gy[y][x]) > threshold else 0 for x in range(len(image[0]))])
    return result


def run():
    image = make_image(36, 28)
    blurred = convolve(image, GAUSS, 16)
    outline = edges(blurred, 160)
    picture = "".join("#" if value else "." for value in outline[10])
    return sum(map(sum, blurred)), sum(map(sum, outline)), picture
