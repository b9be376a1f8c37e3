# calls: summary('name,note,qty\n' + ''.join('item%d,"said ""%d"", then left",%d\n' % (i, i * i, i % 9) for i in range(14)))
# calls: summary('a,b\n1,"two\nlines"\n'), summary('')
def read_csv(text):
    rows = []
    row = []
    cell = ''
    quoted = False
    i = 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                cell += '"'
                i += 1
            elif c == '"':
                quoted = False
            else:
                cell += c
        elif c == '"':
            quoted = True
        elif c == ',':
            row.append(cell)
            cell = ''
        elif c == '\n':
            row.append(cell)
            rows.append(row)
            row = []
            cell = ''
        else:
            cell += c
        i += 1
    if cell or row:
        rows.append(row + [cell])
    return rows


def widths(rows):
    found = []
    for row in rows:
        for k, cell in enumerate(row):
            if k == len(found):
                found.append(0)
            found[k] = max(found[k], len(cell))
    return found


def summary(text):
    rows = read_csv(text)
    numeric = []
    for k in range(len(widths(rows))):
        column = [row[k] for row in rows[1:] if k < len(row)]
        if column and all(cell.isdigit() for cell in column):
            numeric.append((rows[0][k], sum(int(cell) for cell in column)))
    return len(rows), widths(rows), numeric
