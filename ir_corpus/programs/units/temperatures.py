# calls: averages([(i * 7 % 40 - 5, 'CFK'[i % 3]) for i in range(90)], 'F'), averages([(300, 'K'), (70, 'F')], 'C')
def celsius(value, scale):
    if scale == 'C':
        return value
    if scale == 'F':
        return (value - 32) * 5 / 9
    return value - 273.15


def averages(readings, wanted):
    total = 0.0
    coldest = None
    hottest = None
    for value, scale in readings:
        c = celsius(value, scale)
        if c < -273.15:
            continue
        if wanted == 'C':
            shown = c
        elif wanted == 'F':
            shown = c * 9 / 5 + 32
        else:
            shown = c + 273.15
        total += shown
        if coldest is None or shown < coldest:
            coldest = shown
        if hottest is None or shown > hottest:
            hottest = shown
    return total / len(readings), coldest, hottest
