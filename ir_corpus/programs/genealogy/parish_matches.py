# calls: link([('Anna', 'Berg', 1801 + i % 30, 'fjord') for i in range(25)] + [('Nils', 'Dal', 1790 + i, 'vik') for i in range(15)], [('Ana', 'Berg', 1802 + i % 25, 'fjord') for i in range(14)])
# calls: link([], [('A', 'B', 1, 'c')])
def letters_shared(a, b):
    count = 0
    rest = list(b)
    for c in a:
        if c in rest:
            rest.remove(c)
            count += 1
    return 2 * count / (len(a) + len(b))


def likeness(record, other):
    points = 0
    points += 3 * letters_shared(record[0], other[0])
    points += 4 * letters_shared(record[1], other[1])
    gap = abs(record[2] - other[2])
    if gap == 0:
        points += 3
    elif gap <= 2:
        points += 1.5
    if record[3] == other[3]:
        points += 1
    return points


def link(baptisms, marriages):
    links = []
    used = []
    for m in range(len(marriages)):
        best, best_points = None, 7.5
        for b in range(len(baptisms)):
            if b in used:
                continue
            points = likeness(baptisms[b], marriages[m])
            if points > best_points:
                best, best_points = b, points
        if best is not None:
            used.append(best)
            links.append((m, best, round(best_points, 2)))
    return links, len(marriages) - len(links)
