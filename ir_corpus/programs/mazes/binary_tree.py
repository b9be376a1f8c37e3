# calls: carve(24, 14), carve(3, 3), picture(12, 8)
def coin(x, y):
    return (x * 73 + y * 151 + x * y) % 7 < 3


def carve(width, height):
    passages = {}
    for y in range(height):
        for x in range(width):
            passages[(x, y)] = []
    for y in range(height):
        for x in range(width):
            options = []
            if x + 1 < width:
                options.append((x + 1, y))
            if y + 1 < height:
                options.append((x, y + 1))
            if len(options) == 0:
                continue
            chosen = options[0] if coin(x, y) else options[-1]
            passages[(x, y)].append(chosen)
            passages[chosen].append((x, y))
    degrees = [0] * 5
    for cell in passages:
        degrees[len(passages[cell])] += 1
    return degrees


def picture(width, height):
    lines = []
    for y in range(height):
        top = ''
        for x in range(width):
            if x + 1 < width and (coin(x, y) or y + 1 == height):
                top += '._'
            else:
                top += '_|'
        lines.append('|' + top)
    return '\n'.join(lines)
