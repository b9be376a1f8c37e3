# calls: cluster({'ape': 'ACGTACGTTGCA', 'man': 'ACGTACGATGCA', 'rat': 'ACCTATGATGGA', 'hen': 'TCCTATGAAGGC', 'cod': 'TGCTATCAAGGC', 'fly': 'TGCAATCTAGGC', 'yam': 'GGCAATCTACCC', 'bug': 'TGCAATCTACGC'}), cluster({'a': 'A', 'b': 'T'})
from math import log


def distance(a, b):
    p = sum(1 for x, y in zip(a, b) if x != y) / len(a)
    if p >= 0.75:
        return 9.0
    return -0.75 * log(1 - 4 * p / 3)


def nearest_pair(names, table):
    pairs = [(table[x][y], x, y) for x in names for y in names if x < y]
    return min(pairs)


def average(table, sizes, x, y, z):
    return (table[x][z] * sizes[x] + table[y][z] * sizes[y]) / (sizes[x] + sizes[y])


def cluster(species):
    names = sorted(species)
    table = {a: {b: distance(species[a], species[b]) for b in names} for a in names}
    sizes = {name: 1 for name in names}
    height = {name: 0.0 for name in names}
    while len(names) > 1:
        d, x, y = nearest_pair(names, table)
        new = '(%s:%.3f,%s:%.3f)' % (x, d / 2 - height[x], y, d / 2 - height[y])
        table[new] = {}
        for z in names:
            if z != x and z != y:
                table[new][z] = table[z][new] = average(table, sizes, x, y, z)
        sizes[new] = sizes[x] + sizes[y]
        height[new] = d / 2
        names = [z for z in names if z not in (x, y)] + [new]
    return names[0] + ';', round(height[names[0]], 6)
