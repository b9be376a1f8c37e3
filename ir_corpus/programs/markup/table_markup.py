# calls: table(['name', 'qty', 'price'], [['item %d' % i, i * 3, i * 1.25] for i in range(24)], {'name': 'left', 'price': 'right'})
def cell_text(value):
    if isinstance(value, float):
        return '%.2f' % value
    return str(value)


def padded(text, width, align):
    if align == 'right':
        while len(text) < width:
            text = ' ' + text
    else:
        while len(text) < width:
            text = text + ' '
    return text


def table(header, rows, alignment):
    widths = []
    for column in range(len(header)):
        width = len(header[column])
        for row in rows:
            width = max(width, len(cell_text(row[column])))
        widths.append(width)
    text = '| ' + ' | '.join(padded(header[i], widths[i], 'left') for i in range(len(header))) + ' |\n'
    rule = '|'
    for i in range(len(header)):
        rule += '-' * (widths[i] + 1)
        rule += ':|' if alignment.get(header[i], 'left') == 'right' else '-|'
    text += rule + '\n'
    for row in rows:
        line = '|'
        for i in range(len(row)):
            try:
                align = alignment[header[i]]
            except KeyError:
                align = 'left'
            line += ' ' + padded(cell_text(row[i]), widths[i], align) + ' |'
        text += line + '\n'
    return text
