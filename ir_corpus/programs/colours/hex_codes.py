# calls: parse_all(['#ff8800', '#0AF', 'c0ffee', '#12', 'red', '#GG0000', '#000', 'teal'] * 8)
NAMED = {'red': (255, 0, 0), 'teal': (0, 128, 128), 'white': (255, 255, 255)}


def hex_digit(letter):
    place = '0123456789abcdef'.find(letter.lower())
    if place < 0:
        raise ValueError(letter + ' is no digit')
    return place


def parse(text):
    if text in NAMED:
        return NAMED[text]
    if text[0] == '#':
        text = text[1:]
    if len(text) == 3:
        text = text[0] * 2 + text[1] * 2 + text[2] * 2
    if len(text) != 6:
        raise ValueError('length ' + str(len(text)))
    parts = []
    for i in range(0, 6, 2):
        parts.append(hex_digit(text[i]) * 16 + hex_digit(text[i + 1]))
    return tuple(parts)


def parse_all(texts):
    colours = []
    errors = {}
    for text in texts:
        try:
            colour = parse(text)
            if colour not in colours:
                colours.append(colour)
        except ValueError as problem:
            if str(problem) in errors:
                errors[str(problem)] += 1
            else:
                errors[str(problem)] = 1
    grey = [sum(colour) / 3 for colour in colours]
    return colours, errors, max(grey) - min(grey)
