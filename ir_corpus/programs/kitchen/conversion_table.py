# calls: convert_all([(1 + i % 9, ['cup', 'oz', 'lb', 'tsp', 'stick', 'pinch'][i % 6], ['flour', 'sugar', 'butter', 'rice'][i % 4]) for i in range(180)])
# calls: convert_all([(2, 'cup', 'honey')])
DENSITY = {'flour': 0.53, 'sugar': 0.85, 'butter': 0.96}


def to_grams(amount, unit, what):
    if unit == 'oz':
        return amount * 28.35
    elif unit == 'lb':
        return amount * 453.6
    elif unit == 'stick':
        return amount * 113.4
    elif unit == 'cup':
        return amount * 240 * DENSITY[what]
    elif unit == 'tsp':
        return amount * 5 * DENSITY[what]
    return None


def convert_all(lines):
    total = {}
    failures = {'unit': 0, 'density': 0}
    text = []
    for amount, unit, what in lines:
        try:
            grams = to_grams(amount, unit, what)
        except KeyError:
            failures['density'] += 1
            continue
        if grams is None:
            failures['unit'] += 1
            continue
        total[what] = total[what] + grams if what in total else grams
        if grams >= 1000:
            text.append(str(round(grams / 1000, 2)) + ' kg ' + what)
        else:
            text.append(str(round(grams)) + ' g ' + what)
    different = []
    for entry in text:
        if entry not in different:
            different.append(entry)
    return different[:4], len(different), failures, {what: round(total[what], 1) for what in total}
