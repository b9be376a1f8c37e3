# calls: print_card({'Starters': [('Soup of the day', 650), ('Beetroot carpaccio', 980)], 'Mains': [('Risotto', 1600), ('Sea bass with fennel', 2450), ('Dumplings', 1390)], 'Sweets': [('Plum cake', 520)]}, 34)
# calls: print_card({'Course %d' % i: [('Dish number %d of the evening' % (i * j), 500 + 75 * j) for j in range(12)] for i in range(12)}, 48)
def euro(cents):
    whole, rest = divmod(cents, 100)
    return f'{whole},{rest:02d}'


def leader(left, right, width):
    dots = ''
    while len(left) + len(dots) + len(right) + 2 < width:
        dots += '.'
    return left + ' ' + dots + ' ' + right


def print_card(sections, width):
    out = ''
    cheapest = None
    dearest = None
    for title, dishes in sections.items():
        out += title.upper().center(width).rstrip() + '\n'
        for dish, cents in sorted(dishes, key=lambda d: d[1]):
            if len(dish) > width - 12:
                dish = dish[:width - 15] + '...'
            out += leader(dish, euro(cents), width) + '\n'
            if cheapest is None or cents < cheapest:
                cheapest = cents
            if dearest is None or cents > dearest:
                dearest = cents
        out += '\n'
    return out, euro(dearest - cheapest)
