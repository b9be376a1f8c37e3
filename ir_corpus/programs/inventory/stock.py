# calls: value([('bolt', 120, 0.25), ('nut', 300, 0.1), ('gear', 14, 12.5), ('belt', 9, 8.75)] * 15)
def price_of(item):
    return item[1] * item[2]


def value(items):
    total = 0.0
    low = []
    for i in range(len(items)):
        total = total + price_of(items[i])
        if items[i][1] < 20:
            low.append(items[i][0])
    names = []
    for name in low:
        if name not in names:
            names.append(name)
    names.sort()
    text = ''
    for name in names:
        text = text + name + ', '
    return round(total, 2), text[:-2]
