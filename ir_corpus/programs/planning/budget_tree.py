# calls: report(TREE, 12), report([('root', None, 5, 1.0)], 3)
TREE = [('node%d' % i, None if i == 0 else 'node%d' % (i * 3 // 7), i * 11 % 17 + 1, 1.0 + i % 4 * 0.25) for i in range(48)]


def children_of(rows, parent):
    return [row for row in rows if row[1] == parent]


def effort(rows, row):
    total = row[2] * row[3]
    for child in children_of(rows, row[0]):
        total += effort(rows, child)
    return total


def depth(rows, row):
    parents = {r[0]: r[1] for r in rows}
    steps = 0
    name = row[0]
    while parents[name] is not None:
        name = parents[name]
        steps += 1
    return steps


def report(rows, top):
    scored = []
    for row in rows[:top]:
        scored.append((row[0], round(effort(rows, row), 2), depth(rows, row)))
    ranked = sorted(scored, key=lambda s: s[1], reverse=True)
    lines = ''
    for name, hours, level in ranked:
        lines += '  ' * level + name + ': ' + str(hours) + '\n'
    return lines
