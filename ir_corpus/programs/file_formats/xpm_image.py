# calls: convert(['.' * (i % 6) + '#' * 7 + 'o' * (11 - i % 6) for i in range(11)], {'.': (255, 255, 255), '#': (10, 20, 200), 'o': (250, 120, 0)})
# calls: convert(['ab', 'ba'], {'a': (0, 0, 0), 'b': (255, 255, 255)})
def hex_colour(rgb):
    return '#' + ''.join('%02x' % part for part in rgb)


def xpm(rows, palette):
    lines = ['%d %d %d 1' % (len(rows[0]), len(rows), len(palette))]
    for key in palette:
        lines.append(key + ' c ' + hex_colour(palette[key]))
    return lines + rows


def from_hex(text):
    return tuple(int(text[i:i + 2], 16) for i in (1, 3, 5))


def ppm(lines):
    width, height, colours, size = [int(n) for n in lines[0].split()]
    table = {}
    for line in lines[1:1 + colours]:
        table[line[:size]] = from_hex(line.split(' c ')[1])
    out = 'P3\n' + str(width) + ' ' + str(height) + '\n255\n'
    for y in range(height):
        row = lines[1 + colours + y]
        for x in range(width):
            r, g, b = table[row[x * size:x * size + size]]
            out += str(r) + ' ' + str(g) + ' ' + str(b)
            out += '\n' if x == width - 1 else '  '
    return out


def brightness(text):
    numbers = [int(n) for n in text.split()[4:]]
    total = 0
    for i in range(0, len(numbers), 3):
        total += (numbers[i] * 299 + numbers[i + 1] * 587 + numbers[i + 2] * 114) // 1000
    return total / (len(numbers) / 3)


def convert(rows, palette):
    text = ppm(xpm(rows, palette))
    return len(text), round(brightness(text), 2), text[:30]
