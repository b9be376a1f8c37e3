# calls: dither(18, 10)
def dither(width, height):
    levels = [[x / width for x in range(width)] for _ in range(height)]
    out = []
    for y in range(height):
        line = ''
        for x in range(width):
            old = levels[y][x]
            new = 1.0 if old > 0.5 else 0.0
            error = old - new
            if x + 1 < width:
                levels[y][x + 1] = levels[y][x + 1] + error * 7 / 16
            if y + 1 < height:
                levels[y + 1][x] = levels[y + 1][x] + error * 5 / 16
            line = line + ('*' if new == 1.0 else ' ')
        out.append(line)
    return out
