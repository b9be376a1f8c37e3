# calls: layout([['id', 'name', 'amount'], ['1', 'bolt', '12.50'], ['22', 'washer', '3.00']] * 10)
def pad(text, width):
    while len(text) < width:
        text = text + ' '
    return text


def layout(rows):
    widths = [0] * len(rows[0])
    for row in rows:
        for i in range(len(row)):
            widths[i] = max(widths[i], len(row[i]))
    out = ''
    for row in rows:
        line = ''
        for i in range(len(row)):
            line += pad(row[i], widths[i]) + '|'
        out += line + '\n'
    return out
