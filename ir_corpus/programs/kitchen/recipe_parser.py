# calls: parse_all(['2 1/2 cups flour, sifted', '1 tsp salt', '3 eggs', '1/4 l cold milk', 'some pepper'] * 25)
def is_digit(c):
    return '0' <= c <= '9'


def read_number(text, pos):
    value = 0
    while pos < len(text) and is_digit(text[pos]):
        value = value * 10 + (ord(text[pos]) - ord('0'))
        pos += 1
    return value, pos


def parse_line(text):
    pos = 0
    amount = 0.0
    while pos < len(text) and is_digit(text[pos]):
        number, pos = read_number(text, pos)
        if pos < len(text) and text[pos] == '/':
            below, pos = read_number(text, pos + 1)
            amount += number / below
        else:
            amount += number
        while pos < len(text) and text[pos] == ' ':
            pos += 1
    words = text[pos:].split(',')[0].split()
    unit = ''
    if words[0] in ('cups', 'cup', 'tsp', 'tbsp', 'l', 'g', 'kg'):
        unit = words[0]
        words = words[1:]
    return amount, unit, ' '.join(words)


def parse_all(lines):
    parsed = []
    unknown = 0
    for line in lines:
        item = parse_line(line)
        if item[0] == 0.0:
            unknown += 1
        parsed.append(item)
    units = {}
    for item in parsed:
        units[item[1]] = units.get(item[1], 0) + item[0]
    return parsed[:5], units, unknown
