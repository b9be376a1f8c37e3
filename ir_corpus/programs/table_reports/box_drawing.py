# calls: draw([('name', 'city', 'points')] + [('player %d' % (i * 31 % 90), 'Town' * (i % 3 + 1), i * i) for i in range(45)]), draw([('a',)])
def widths(rows):
    result = [0] * len(rows[0])
    for row in rows:
        for c in range(len(row)):
            if len(str(row[c])) > result[c]:
                result[c] = len(str(row[c]))
    return result


def rule(sizes, left, middle, right):
    return left + middle.join('-' * (w + 2) for w in sizes) + right


def cell(value, width):
    if isinstance(value, int):
        return ' ' + str(value).rjust(width) + ' '
    return ' ' + str(value).ljust(width) + ' '


def draw(rows):
    sizes = widths(rows)
    out = [rule(sizes, '+', '+', '+')]
    for r in range(len(rows)):
        text = '|'
        for c in range(len(rows[r])):
            text = text + cell(rows[r][c], widths(rows)[c]) + '|' if r < 3 else text + cell(rows[r][c], sizes[c]) + '|'
        out.append(text)
        if r == 0:
            out.append(rule(sizes, '+', '+', '+'))
    out.append(rule(sizes, '+', '+', '+'))
    return out
