# calls: autolabel(['Invoice %d for %s over %d EUR' % (i, ['rent', 'train ticket', 'books', 'coffee'][i % 4], i * 37 % 900) for i in range(80)], [('finance', ['invoice', 'eur'], []), ('travel', ['train'], ['model']), ('home', ['rent'], ['car']), ('big', ['#finance', '>500'], [])])
# calls: autolabel(['Train 900'], [('x', ['>100', 'train'], [])])
def numbers_in(text):
    return [int(w) for w in text.split() if w.isdigit()]


def holds(condition, words, numbers, labels):
    if condition[0] == '#':
        return condition[1:] in labels
    if condition[0] == '>':
        return any(n > int(condition[1:]) for n in numbers)
    return condition in words


def apply_rules(text, rules):
    words = text.lower().split()
    numbers = numbers_in(text)
    labels = []
    again = True
    while again:
        again = False
        for label, needed, forbidden in rules:
            if label in labels:
                continue
            if all(holds(c, words, numbers, labels) for c in needed) and not any(holds(c, words, numbers, labels) for c in forbidden):
                labels.append(label)
                again = True
    return sorted(labels)


def autolabel(texts, rules):
    combos = {}
    bare = []
    for number, text in enumerate(texts):
        labels = apply_rules(text, rules)
        if not labels:
            bare.append(number)
        key = '+'.join(labels) or 'none'
        combos[key] = combos.get(key, 0) + 1
    used = [label for label, _, _ in rules if any(label in key.split('+') for key in combos)]
    return combos, bare[:5], used
