# calls: regions({'news': [i * 3 % 70 for i in range(40)], 'sport': [i * i % 70 for i in range(50)], 'local': list(range(10, 45)), 'video': [i * 7 % 70 for i in range(12)]}), regions({'only': [1, 1, 2]})
def signature(item, groups, order):
    return tuple(name for name in order if item in groups[name])


def regions(groups):
    order = sorted(groups)
    universe = []
    for name in order:
        for item in groups[name]:
            if item not in universe:
                universe.append(item)
    areas = {}
    for item in sorted(universe):
        areas.setdefault(signature(item, groups, order), []).append(item)
    sizes = {' & '.join(key): len(members) for key, members in sorted(areas.items())}
    return sizes, inclusion_exclusion(groups, order), exclusive(areas), len(universe)


def inclusion_exclusion(groups, order):
    total = 0
    for mask in range(1, 2 ** len(order)):
        chosen = [order[k] for k in range(len(order)) if mask & (1 << k)]
        inside = None
        for name in chosen:
            inside = set(groups[name]) if inside is None else inside & set(groups[name])
        total += len(inside) if len(chosen) % 2 == 1 else -len(inside)
    return total


def exclusive(areas):
    return {key[0]: len(members) for key, members in areas.items() if len(key) == 1}
