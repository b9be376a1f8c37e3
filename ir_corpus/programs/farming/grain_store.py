# calls: store([('wheat', 14.2, 30), ('barley', 17.5, 22), ('wheat', 13.1, 45), ('oats', 15.9, 18)] * 25, [('A', 400), ('B', 300), ('C', 500), ('D', 250)])
# calls: store([('rye', 20.0, 5)], [('A', 2)])
def drying_minutes(moisture, target=14.0):
    minutes = 0
    while moisture > target:
        moisture -= 0.02 + (moisture - target) * 0.015
        minutes += 10
    return minutes


def store(loads, silos):
    free = {name: size for name, size in silos}
    content = {}
    dryer = 0
    rejected = []
    for number, (crop, moisture, tons) in enumerate(loads):
        dryer += drying_minutes(moisture, target=14.0)
        where = None
        for name, size in silos:
            if name in content and content[name] != crop:
                continue
            if free[name] >= tons:
                where = name
                break
        if where is None:
            rejected.append(number)
        else:
            content[where] = crop
            free[where] -= tons
    labels = []
    for name in sorted(content):
        size = [s for n, s in silos if n == name][0]
        labels.append(f'{name} {content[name]} {100 * (size - free[name]) // size}%')
    return labels, len(rejected), dryer
