# calls: triangle(24)
def triangle(size):
    rows = [[1]]
    for n in range(1, size):
        previous = rows[n - 1]
        row = [1]
        for k in range(1, n):
            row.append((previous[k - 1] + previous[k]) % 2)
        row.append(1)
        rows.append(row)
    text = []
    filled = 0
    for row in rows:
        line = ''
        for value in row:
            line += '*' if value == 1 else ' '
            filled += value
        text.append(line)
    return text, filled
