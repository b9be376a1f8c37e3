# calls: outline([(1 + i * 5 % 3, 'Section %d' % i) for i in range(45)]), outline([(2, 'b'), (1, 'a'), (3, 'c')])
ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']


def label(counters, level):
    parts = []
    for k in range(level):
        if k == 2:
            parts.append(ROMAN[(counters[k] - 1) % 10])
        else:
            parts.append(str(counters[k]))
    return '.'.join(parts)


def outline(headings):
    counters = [0, 0, 0, 0]
    lines = []
    deepest = 0
    warnings = []
    before = 0
    for level, title in headings:
        if level > before + 1:
            warnings.append(title + ' skips from level ' + str(before) + ' to ' + str(level))
        counters[level - 1] += 1
        for k in range(level, len(counters)):
            counters[k] = 0
        lines.append('  ' * (level - 1) + label(counters, level) + ' ' + title)
        deepest = max(deepest, level)
        before = level
    longest = max([len(line) for line in lines])
    return [line + '.' * (longest - len(line)) for line in lines], deepest, warnings
