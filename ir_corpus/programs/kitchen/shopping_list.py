# calls: shopping([{'title': 'dish %d' % d, 'needs': [(['onion', 'rice', 'oil', 'beef', 'tofu', 'salt', 'lime'][(d + k) % 7], 10 * k + 5) for k in range(5)]} for d in range(40)], ['salt', 'oil'])
def needed(dishes):
    amounts = {}
    for dish in dishes:
        for need in dish['needs']:
            if need[0] in amounts:
                amounts[need[0]] = amounts[need[0]] + need[1]
            else:
                amounts[need[0]] = need[1]
    return amounts


def used_in(dishes, item):
    titles = []
    for dish in dishes:
        for need in dish['needs']:
            if need[0] == item:
                titles.append(dish['title'])
                break
    return titles


def shopping(dishes, cupboard):
    amounts = needed(dishes)
    out = ''
    skipped = []
    for item in sorted(amounts):
        if item in cupboard:
            skipped.append(item)
            continue
        count = len(used_in(dishes, item))
        out += item + ': ' + str(amounts[item])
        if count > 1:
            out += ' (' + str(count) + ' dishes)'
        out += '\n'
    return out, skipped
