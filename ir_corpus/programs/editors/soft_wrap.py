# calls: layout(['one two three four five six seven eight nine ten', 'abcdefghijklmnopqrstuvwxyz' * 2, '', '  indented text goes on and on'] * 4, 16, 10)
def width_of(text, tab):
    width = 0
    for c in text:
        if c == '\t':
            width += tab - width % tab
        elif ord(c) > 0x2E80:
            width += 2
        else:
            width += 1
    return width


def wrap(line, limit):
    rows = []
    row = ''
    for word in line.split(' '):
        trial = word if row == '' else row + ' ' + word
        if width_of(trial, 4) <= limit:
            row = trial
            continue
        if row != '':
            rows.append(row)
        while width_of(word, 4) > limit:
            rows.append(word[:limit])
            word = word[limit:]
        row = word
    rows.append(row)
    return rows


def layout(lines, limit, height):
    screen = []
    for number in range(len(lines)):
        rows = wrap(lines[number], limit)
        for k in range(len(rows)):
            gutter = str(number + 1) if k == 0 else ''
            while len(gutter) < len(str(len(lines))):
                gutter = ' ' + gutter
            screen.append(gutter + '|' + rows[k])
    pages = []
    for top in range(0, len(screen), height):
        pages.append(screen[top:top + height])
    wasted = sum(height - len(page) for page in pages)
    return pages, wasted
