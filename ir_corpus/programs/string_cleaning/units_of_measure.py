# calls: normalise(['%d %s' % (i % 90 + 1, ['cm', 'in', 'mm', 'ft', 'm', 'furlong'][i % 6]) for i in range(160)]), normalise([' 3in', '7', 'm', '1.5 FT '])
UNITS = [['mm', 0.1], ['cm', 1.0], ['m', 100.0], ['in', 2.54], ['ft', 30.48]]


def split_quantity(text):
    number = ''
    unit = ''
    for c in text.strip().lower():
        if c in '0123456789.' and unit == '':
            number = number + c
        elif c != ' ':
            unit = unit + c
    return number, unit


def factor(unit):
    for k in range(len(UNITS)):
        if UNITS[k][0] == unit:
            return UNITS[k][1]
    return -1.0


def normalise(texts):
    lengths = []
    errors = {}
    for k in range(len(texts)):
        number, unit = split_quantity(texts[k])
        if number == '' or factor(unit) < 0:
            problem = 'no number' if number == '' else 'unit ' + (unit if unit != '' else 'missing')
            if problem not in errors:
                errors[problem] = []
            errors[problem].append(k)
        else:
            lengths.append(float(number) * factor(unit))
    biggest = -1.0
    for length in lengths:
        if length > biggest:
            biggest = length
    return len(lengths), biggest, sum(lengths), errors
