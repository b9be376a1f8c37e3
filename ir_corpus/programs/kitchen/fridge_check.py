# calls: fridge([('item%d' % i, i * 13 % 40, ['dairy', 'veg', 'meat', 'jar'][i % 4], 1 + i % 3) for i in range(180)], 12, {'meat': 2, 'dairy': 5})
def fridge(items, today, grace):
    toss, soon, fine = [], [], []
    for name, best_before, kind, amount in items:
        extra = grace[kind] if kind in grace else 14
        days = best_before + extra - today
        if days < 0:
            toss.append((kind, name, amount))
        elif days <= 2:
            soon.append((kind, name, amount))
        else:
            fine.append((kind, name, amount))
    lost = {}
    for kind, name, amount in toss:
        if kind not in lost:
            lost[kind] = 0
        lost[kind] += amount
    message = ''
    for kind in lost:
        if message != '':
            message += ', '
        message += str(lost[kind]) + ' x ' + kind
    cook_today = []
    for kind in ('meat', 'dairy', 'veg'):
        for item in soon:
            if item[0] == kind:
                cook_today.append(item[1])
    return message, cook_today, any(item[2] > 2 for item in fine), len(fine)
