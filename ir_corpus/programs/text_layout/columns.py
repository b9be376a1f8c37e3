# calls: columns(['alpha', 'be', 'gamma ray', 'delta', 'eps', 'zeta', 'eta'] * 5, 40), columns(['x'], 3)
def widths_for(names, rows):
    widths = []
    for start in range(0, len(names), rows):
        widest = 0
        for name in names[start:start + rows]:
            widest = max(widest, len(name))
        widths.append(widest)
    return widths


def columns(names, width, gap=2):
    rows = 1
    while rows < len(names):
        widths = widths_for(names, rows)
        if sum(widths) + gap * (len(widths) - 1) <= width:
            break
        rows += 1
    widths = widths_for(names, rows)
    lines = []
    for r in range(rows):
        line = ''
        c = 0
        while r + c * rows < len(names):
            name = names[r + c * rows]
            line += name + ' ' * (widths[c] - len(name) + gap)
            c += 1
        lines.append(line.rstrip())
    return '\n'.join(lines)
