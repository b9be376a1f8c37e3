# calls: browse([('red', 'S', 12.5), ('red', 'M', 14.0), ('blue', 'S', 9.0), ('green', 'L', 30.0), ('blue', 'L', 22.0)] * 14, {'size': ['S', 'L'], 'price': ['0-10', '20-40']}), browse([('x', 'y', 1.0)], {})
NAMES = ('colour', 'size', 'price')


def bucket(price):
    edges = [0, 10, 20, 40]
    for low, high in zip(edges, edges[1:]):
        if low <= price < high:
            return '%d-%d' % (low, high)
    return '40+'


def facet(item, name):
    if name == 'price':
        return bucket(item[2])
    return item[NAMES.index(name)]


def matches(item, chosen, skip=None):
    for name in chosen:
        if name == skip:
            continue
        if facet(item, name) not in chosen[name]:
            return False
    return True


def browse(items, chosen):
    shown = [item for item in items if matches(item, chosen)]
    sidebar = {}
    for name in NAMES:
        counts = {}
        for item in items:
            if matches(item, chosen, skip=name):
                label = facet(item, name)
                counts[label] = counts.get(label, 0) + 1
        sidebar[name] = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    prices = [item[2] for item in shown]
    middle = sum(prices) / len(prices) if prices else None
    return len(shown), middle, sidebar
