# calls: typeset_table([['Item', 'Qty', 'Note']] + [['Widget %d' % i, str(i * i), 'Am' * (i % 4)] for i in range(18)], 10.0), typeset_table([['']], 8)
from collections import namedtuple

Metric = namedtuple('Metric', 'advance ascent descent')


def metric(char):
    code = ord(char)
    advance = 500 + code * 37 % 230
    ascent = 700 if char.isupper() or char in 'bdfhklt' or char.isdigit() else 480
    descent = 210 if char in 'gjpqy' else 10
    return Metric(advance, ascent, descent)


def extent(text, size):
    if not text:
        return 0.0, 0.0, 0.0
    width = sum([metric(c).advance for c in text])
    up = max([metric(c).ascent for c in text])
    down = max([metric(c).descent for c in text])
    return width * size / 1000, up * size / 1000, down * size / 1000


def typeset_table(rows, size):
    columns = len(rows[0])
    widths = [max(extent(row[c], size)[0] for row in rows) for c in range(columns)]
    y = 0.0
    boxes = []
    for row in rows:
        up = max(extent(cell, size)[1] for cell in row)
        down = max(extent(cell, size)[2] for cell in row)
        y += up
        x = 0.0
        for c in range(columns):
            if row[c].isdigit():
                boxes.append((round(x + widths[c] - extent(row[c], size)[0], 2), round(y, 2)))
            else:
                boxes.append((round(x, 2), round(y, 2)))
            x += widths[c] + size / 2
        y += down + size * 0.2
    return boxes[-6:], round(y, 3), [round(w, 2) for w in widths]
