# calls: labels([('Amphora', 'Attic workshop', -520 + i * 13, 'terracotta, painted with a frieze of running horses and two seated figures beside an altar') for i in range(22)], 32), labels([('Untitled', '', 1921, 'ink')], 10)
ROMAN = [(10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]


def century(year):
    number = (abs(year) - 1) // 100 + 1
    word = ''
    for value, letters in ROMAN:
        while number >= value:
            word += letters
            number -= value
    return word + (' c. BC' if year < 0 else ' c.')


def wrap(text, width):
    lines = []
    line = ''
    for word in text.split():
        if line == '':
            line = word
        elif len(line) + 1 + len(word) <= width:
            line += ' ' + word
        else:
            lines.append(line)
            line = word
    if line != '':
        lines.append(line)
    return lines


def box(lines, width):
    out = '+' + '-' * (width + 2) + '+\n'
    for line in lines:
        out += '| ' + line[:width] + ' ' * (width - len(line)) + ' |\n'
    return out + '+' + '-' * (width + 2) + '+'


def labels(objects, width):
    cards = []
    tallest = 0
    for title, maker, year, description in objects:
        lines = [title.upper()]
        if maker:
            lines = lines + wrap(maker + ', ' + century(year), width)
        else:
            lines.append(century(year or 1))
        lines.append('')
        lines += wrap(description[0].upper() + description[1:] + '.', width)
        tallest = max(tallest, len(lines))
        cards.append(lines)
    return [box(lines + [''] * (tallest - len(lines)), width) for lines in cards]
