# calls: convert_all(['3 km + 250 m in mi', '2 h + 90 min in s', '5 kg - 3 lb in g', '1 km + 2 s in m'] * 10), convert_all(['7 m', '1 m in furlong'])
UNITS = {
    'm': ('length', 1.0), 'km': ('length', 1000.0), 'mi': ('length', 1609.344), 'ft': ('length', 0.3048),
    's': ('time', 1.0), 'min': ('time', 60.0), 'h': ('time', 3600.0),
    'g': ('mass', 1.0), 'kg': ('mass', 1000.0), 'lb': ('mass', 453.59237),
}


class UnitError(Exception):
    pass


def kind_of(unit):
    if unit not in UNITS:
        raise UnitError('unknown unit ' + unit)
    return UNITS[unit][0]


def tokens(text):
    word = ''
    for ch in text + ' ':
        if ch in ' +-':
            if word:
                yield word
                word = ''
            if ch != ' ':
                yield ch
        else:
            word += ch


def convert(text):
    items = list(tokens(text))
    target = None
    if 'in' in items:
        place = items.index('in')
        target = items[place + 1]
        items = items[:place]
    total = 0.0
    sign = 1
    kind = None
    while items:
        if items[0] in ('+', '-'):
            sign = 1 if items.pop(0) == '+' else -1
        number, unit = float(items.pop(0)), items.pop(0)
        if kind is not None and kind_of(unit) != kind:
            raise UnitError('cannot add ' + kind_of(unit) + ' to ' + kind)
        kind = kind_of(unit)
        total += sign * number * UNITS[unit][1]
        if target is None:
            target = unit
    if kind_of(target) != kind:
        raise UnitError(kind + ' is no ' + kind_of(target))
    return '%.6g %s' % (total / UNITS[target][1], target)


def convert_all(lines):
    answers = []
    for line in lines:
        try:
            answers.append(convert(line))
        except UnitError as error:
            answers.append('error: ' + str(error))
    return answers
