# calls: picture(24, 12, 15)
def escapes(a, b, limit):
    x = 0.0
    y = 0.0
    for step in range(limit):
        if x * x + y * y > 4.0:
            return step
        new = x * x - y * y + a
        y = 2 * x * y + b
        x = new
    return limit


def picture(width, height, limit):
    lines = []
    for row in range(height):
        line = ''
        for column in range(width):
            a = column / width * 3.0 - 2.0
            b = row / height * 2.0 - 1.0
            line += '#' if escapes(a, b, limit) == limit else '.'
        lines.append(line)
    return lines
