# calls: parse_all(['10s', '2h30m', '1d', '500ms', '1h 15m 30s', 'forever', '90', '3w', '5x'] * 9)
UNITS = [('ms', 0.001), ('s', 1), ('m', 60), ('h', 3600), ('d', 86400), ('w', 604800)]


def unit_seconds(unit):
    for name, seconds in UNITS:
        if name == unit:
            return seconds
    raise KeyError(unit)


def parse(text):
    total = 0.0
    number = ''
    unit = ''
    for c in text + ' ':
        if c.isdigit() or c == '.':
            if unit != '':
                total += float(number) * unit_seconds(unit)
                number = ''
                unit = ''
            number += c
        elif c.isalpha():
            unit += c
        elif number != '' and unit == '':
            unit = 's'
    if number == '':
        raise ValueError(text)
    return total + float(number) * unit_seconds(unit)


def show(seconds):
    parts = []
    for name, size in reversed(UNITS):
        count = int(seconds // size)
        if count > 0 and name != 'ms':
            parts.append(str(count) + name)
            seconds -= count * size
    return ' '.join(parts) or '0s'


def parse_all(texts):
    table = {}
    bad = []
    for text in texts:
        try:
            table[text] = show(parse(text))
        except (KeyError, ValueError):
            if text not in bad:
                bad.append(text)
    return table, bad
