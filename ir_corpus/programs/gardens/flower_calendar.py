# calls: bloom({'snowdrop': (2, 3), 'tulip': (4, 5), 'rose': (6, 9), 'aster': (8, 10), 'hellebore': (12, 3), 'lilac': (5, 5), 'phlox': (7, 9)}, ['white', 'pink'])
# calls: bloom({'p%02d' % i: (i % 12 + 1, (i * 5) % 12 + 1) for i in range(40)}, [])
MONTHS = 'JFMAMJJASOND'


def in_bloom(span, month):
    first, last = span
    if first <= last:
        return first <= month <= last
    return month >= first or month <= last


def bloom(plants, colours):
    lines = []
    per_month = [0] * 12
    for plant in sorted(plants):
        line = plant.ljust(12)
        for month in range(1, 13):
            if in_bloom(plants[plant], month):
                line += MONTHS[month - 1]
                per_month[month - 1] += 1
            else:
                line += '.'
        lines.append(line)
    empty = ''
    for month in range(12):
        if per_month[month] == 0:
            empty += MONTHS[month]
    best = 0
    for month in range(1, 12):
        if per_month[month] > per_month[best]:
            best = month
    title = ''
    for colour in colours:
        title += colour[0].upper()
    return lines, empty, best + 1, title
