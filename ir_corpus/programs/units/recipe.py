# calls: scale([('flour', 2.5, 'cup'), ('milk', 300, 'ml'), ('sugar', 4, 'tbsp'), ('eggs', 2, '')] * 15, 4, 6)
ML = {'cup': 240.0, 'tbsp': 15.0, 'tsp': 5.0, 'ml': 1.0}


def nice(ml):
    for unit in ['cup', 'tbsp', 'tsp']:
        count = ml / ML[unit]
        quarters = round(count * 4)
        if quarters >= 1 and abs(quarters / 4 - count) < 0.05:
            return quarters / 4, unit
    return round(ml), 'ml'


def scale(ingredients, serves, wanted):
    shopping = {}
    for name, amount, unit in ingredients:
        amount = amount * wanted / serves
        if unit == '':
            key = (name, '')
            shopping[key] = shopping.get(key, 0) + amount
        else:
            key = (name, 'ml')
            shopping[key] = shopping.get(key, 0) + amount * ML[unit]
    lines = []
    for key in sorted(shopping):
        if key[1] == 'ml':
            amount, unit = nice(shopping[key])
            lines.append(f"{amount:g} {unit} {key[0]}")
        else:
            lines.append(f"{shopping[key]:g} {key[0]}")
    return lines
