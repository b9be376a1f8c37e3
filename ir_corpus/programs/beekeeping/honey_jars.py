# calls: bottle([18.5, 22.25, 7.9, 31.0, 12.4] * 5, [(1.0, 240), (0.5, 260), (0.25, 300)], {'acacia': 3, 'lime': 2, 'forest': 4}), bottle([0.1], [(0.25, 4)], {'x': 1})
def fill(kilos, jars, stock):
    filled = []
    left = int(kilos * 1000)
    for k in range(len(jars)):
        size = int(jars[k][0] * 1000)
        n = 0
        while left >= size and stock[k] > 0:
            left -= size
            stock[k] -= 1
            n += 1
            if k < len(jars) - 1 and n % 4 == 0 and left < 3000:
                break
        filled.append(n)
    return filled, left


def label(kind, batch, number):
    text = kind[0].upper() + kind[1:]
    return text + ' ' + str(batch).zfill(2) + '/' + str(number)


def bottle(buckets, jars, kinds):
    stock = [count for size, count in jars]
    names = []
    for kind in kinds:
        for _ in range(kinds[kind]):
            names.append(kind)
    labels = []
    rest = {}
    totals = [0] * len(jars)
    for batch in range(len(buckets)):
        kind = names[batch % len(names)]
        kilos = buckets[batch] + rest.get(kind, 0) / 1000
        filled, left = fill(kilos, jars, stock)
        rest[kind] = left
        number = 1
        for k in range(len(filled)):
            totals[k] += filled[k]
            for _ in range(filled[k]):
                labels.append(label(kind, batch + 1, number))
                number += 1
    return totals, stock, rest, labels[::40], len(labels)
