# calls: decorate([('meander', 3), ('dots', 1), ('waves', 2), ('tongues', 2), ('dots', 1), ('zigzag', 4)], 60), decorate([('rings', 2)], 7)
def tile(piece, width):
    text = ''
    while len(text) < width:
        text += piece
    return text[:width]


def zigzag(height, width):
    rows = []
    period = 2 * height - 2 if height > 1 else 1
    for r in range(height):
        row = ''
        for c in range(width):
            k = c % period
            if k >= height:
                k = period - k
            row += '/' if k == r else ' '
        rows.append(row)
    return rows


def band(kind, height, width):
    if kind == 'zigzag':
        return zigzag(height, width)
    if kind == 'dots':
        return [tile('o . ', width)] * height
    if kind == 'waves':
        return [tile('~~^^'[r % 4:] + '~~^^'[:r % 4], width) for r in range(height)]
    if kind == 'meander':
        return [tile(['+--+ ', '| +- ', '+---='][r % 3], width) for r in range(height)]
    if kind == 'tongues':
        return [tile('U|', width) if r == height - 1 else tile('||', width) for r in range(height)]
    return ['=' * width] * height


def seam_errors(row):
    n = len(row)
    errors = 0
    for k in range(1, 5):
        if row[-k:] + row[:k] not in row + row:
            errors += 1
    joined = row + row
    for p in range(1, n):
        if n % p == 0 and joined[p:p + n] == row:
            return 0
    return errors


def decorate(bands, width):
    rows = []
    for kind, height in bands:
        rows += band(kind, height, width)
    repaint = [i for i in range(len(rows)) if seam_errors(rows[i]) > 0]
    ink = {}
    for row in rows:
        for ch in row:
            if ch != ' ':
                ink[ch] = ink.get(ch, 0) + 1
    return rows, repaint, sorted(ink.items(), key=lambda item: (-item[1], item[0]))
