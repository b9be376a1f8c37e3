# calls: plan({'bike': {'wheel': 2, 'frame': 1, 'bell': 1}, 'wheel': {'spoke': 32, 'rim': 1, 'hub': 1}, 'hub': {'ball': 18, 'axle': 1}, 'frame': {'tube': 7, 'screw': 12}, 'bell': {'screw': 2, 'spring': 1}, 'tandem': {'wheel': 2, 'frame': 2, 'bell': 2}}, {'spoke': 5, 'ball': 1, 'tube': 120, 'rim': 300, 'axle': 80, 'screw': 2, 'spring': 9}, [('bike', n % 4 + 1) for n in range(18)] + [('tandem', 2)])
# calls: plan({}, {'nail': 3}, [('nail', 7)])
def price(parts, costs, name):
    if name not in parts:
        return costs[name]
    total = 0
    for part, count in parts[name].items():
        total += count * price(parts, costs, part)
    return total + 15 * len(parts[name])


def explode(parts, name, count, need):
    if name not in parts:
        need[name] = need.get(name, 0) + count
        return need
    for part in parts[name]:
        explode(parts, part, count * parts[name][part], need)
    return need


def where_used(parts, name):
    users = []
    for owner in parts:
        if name in parts[owner]:
            users.append(owner)
            for higher in where_used(parts, owner):
                if higher not in users:
                    users.append(higher)
    return users


def plan(parts, costs, orders):
    need = {}
    value = 0
    for name, count in orders:
        explode(parts, name, count, need)
        value += price(parts, costs, name) * count
    shopping = []
    for name in sorted(need):
        packs = -(-need[name] // 50)
        shopping.append((name, need[name], packs, where_used(parts, name)))
    return value, shopping
