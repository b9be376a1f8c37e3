# calls: cut({'travel': [120, 80, 460, 35, 90], 'office': [15, 22, 8, 150, 60, 41], 'events': [900, 250], 'training': [300, 310, 120]}, 1600, ['training'])
# calls: cut({str(k): [(k * 31 + i * 17) % 97 for i in range(8)] for k in range(6)}, 1700, ['3', '7'])
def sum_of(groups):
    total = 0
    for name in groups:
        for amount in groups[name]:
            total += amount
    return total


def largest(groups, spared):
    found = None
    for name in groups:
        if name in spared:
            continue
        for i in range(len(groups[name])):
            if found is None or groups[name][i] > groups[found[0]][found[1]]:
                found = (name, i)
    return found


def cut(budget, target, spared):
    groups = {name: list(budget[name]) for name in budget}
    steps = 0
    touched = {}
    while sum_of(groups) > target and steps < 200:
        name, i = largest(groups, spared)
        less = max(1, groups[name][i] // 10)
        groups[name][i] -= less
        touched[name] = touched.get(name, 0) + less
        steps += 1
    return steps, touched, sum_of(groups)
