"""The Mandelbrot set as text."""

WIDTH = 160
HEIGHT = 80
LIMIT = 100
SHADES = " .:-=+*#%@"


def escape_time(cr, ci, limit):
    zr = 0.0
    zi = 0.0
    for step in range(limit):
        if zr * zr + zi * zi > 4.0:
            return step
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
    return limit


def shade(time, limit):
    return SHADES[time * (len(SHADES) - 1) // limit]


def draw():
    lines = []
    for row in range(HEIGHT):
        line = ""
        for column in range(WIDTH):
            cr = -2.2 + 3.2 * column / WIDTH
            ci = -1.2 + 2.4 * row / HEIGHT
            line += shade(escape_time(cr, ci, LIMIT), LIMIT)
        lines.append(line)
    return lines


def run():
    lines = draw()
    inside = sum(line.count("@") for line in lines)
    return inside, lines[HEIGHT // 2]
