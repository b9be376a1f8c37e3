# calls: league(['A%d' % k for k in range(9)], [(i % 9, (i * 4 + 1 + i // 9) % 9, i * 7 % 5, i * 3 % 4) for i in range(120)]), league(['One', 'Two'], [(0, 1, 2, 2)])
def blank(name):
    return {'team': name, 'played': 0, 'won': 0, 'drawn': 0, 'lost': 0, 'for': 0, 'against': 0}


def enter(row, mine, theirs):
    row['played'] += 1
    row['for'] += mine
    row['against'] += theirs
    if mine > theirs:
        row['won'] += 1
    elif mine == theirs:
        row['drawn'] += 1
    else:
        row['lost'] += 1


def points(row):
    return row['won'] * 3 + row['drawn']


def better(a, b):
    if points(a) != points(b):
        return points(a) > points(b)
    if a['for'] - a['against'] != b['for'] - b['against']:
        return a['for'] - a['against'] > b['for'] - b['against']
    if a['for'] != b['for']:
        return a['for'] > b['for']
    return a['team'] < b['team']


def league(names, games):
    rows = [blank(name) for name in names]
    for home, away, h, a in games:
        if home == away:
            continue
        enter(rows[home], h, a)
        enter(rows[away], a, h)
    for i in range(len(rows)):
        for j in range(len(rows) - 1 - i):
            if better(rows[j + 1], rows[j]):
                rows[j], rows[j + 1] = rows[j + 1], rows[j]
    lines = []
    for place in range(len(rows)):
        r = rows[place]
        lines.append('%2d %-6s %3d %3d %3d %3d %3d:%-3d %3d' % (place + 1, r['team'], r['played'], r['won'], r['drawn'], r['lost'], r['for'], r['against'], points(r)))
    return lines
