# calls: leaders([('g%d' % (i % 8), 'item-%03d' % i, (i * 193) % 311) for i in range(240)], 3), leaders([('only', 'one', 0)], 5)
from itertools import groupby
from operator import itemgetter


def insert_ranked(best, entry, keep):
    place = len(best)
    while place > 0 and best[place - 1][1] < entry[1]:
        place -= 1
    best.insert(place, entry)
    if len(best) > keep:
        best.pop()


def leaders(rows, keep):
    result = {}
    for group, members in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0)):
        best = []
        for _, name, score in members:
            insert_ranked(best, (name, score), keep)
        result[group] = best
    return result, medals(result), gap(result)


def medals(result):
    colours = ['gold', 'silver', 'bronze']
    text = []
    for group in result:
        text.append(group + ': ' + ', '.join(c + ' ' + name for c, (name, score) in zip(colours, result[group])))
    return text


def gap(result):
    widest = ('', -1)
    for group, best in result.items():
        if len(best) > 1 and best[0][1] - best[1][1] > widest[1]:
            widest = (group, best[0][1] - best[1][1])
    return widest
