# calls: draw('repeat 36 [ fd 20 rt 100 repeat 4 [ fd 3 lt 90 ] ]'), draw('fd 10 rt 90 up fd 5 down fd 10')
import math


def block(words, start):
    depth = 1
    i = start
    while depth > 0:
        if words[i] == '[':
            depth += 1
        elif words[i] == ']':
            depth -= 1
        i += 1
    return words[start:i - 1], i


def expand(words):
    flat = []
    i = 0
    while i < len(words):
        if words[i] == 'repeat':
            body, after = block(words, i + 3)
            flat = flat + expand(body) * int(words[i + 1])
            i = after
        else:
            flat.append(words[i])
            i += 1
    return flat


def draw(script):
    x = y = 0.0
    heading = 90
    pen = True
    inked = 0.0
    box = [0.0, 0.0, 0.0, 0.0]
    commands = iter(expand(script.split()))
    for command in commands:
        if command in ('up', 'down'):
            pen = command == 'down'
            continue
        amount = int(next(commands))
        if command == 'rt':
            heading = (heading - amount) % 360
        elif command == 'lt':
            heading = (heading + amount) % 360
        else:
            x += amount * math.cos(math.radians(heading))
            y += amount * math.sin(math.radians(heading))
            if pen:
                inked += amount
            box = [min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)]
    return round(x, 6), round(y, 6), heading, inked, [round(b, 3) for b in box]
