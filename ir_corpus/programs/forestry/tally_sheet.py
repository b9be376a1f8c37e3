# calls: read_sheet('; '.join('%s %d %s' % (['oak', 'ash', 'fir', 'larch'][i % 4], 12 + i * 5 % 48, 'xlr '[i % 4]) for i in range(180)), 4)
# calls: read_sheet('oak 31 x; ?? ; fir abc; ash 12', 2)
def dot_tally(n):
    marks = ''
    while n >= 10:
        marks += '[X]'
        n -= 10
    marks += ['', '.', ':', ':.', '::', '|:', '||', 'U', 'O', 'Q'][n]
    return marks


def parse_entry(entry):
    parts = entry.split()
    if len(parts) < 2 or not parts[1].isdigit():
        return None
    return parts[0], int(parts[1]), parts[2] if len(parts) > 2 else ''


def read_sheet(text, step):
    kinds = []
    counts = {}
    errors = []
    number = 0
    for entry in text.split(';'):
        number += 1
        parsed = parse_entry(entry)
        if parsed is None:
            errors.append(number)
            continue
        kind, diameter, flag = parsed
        if flag == 'x':
            continue
        if kind not in kinds:
            kinds.append(kind)
        group = diameter // step * step
        if flag == 'r':
            kind = kind + '*'
            if kind not in kinds:
                kinds.append(kind)
        counts[kind, group] = counts.get((kind, group), 0) + 1
    lines = []
    for kind in kinds:
        line = kind.ljust(8)
        for group in range(0, 64, step):
            if (kind, group) in counts:
                line += str(group) + dot_tally(counts[(kind, group)]) + ' '
        lines.append(line.rstrip())
    return lines, errors
