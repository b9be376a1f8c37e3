# calls: crowded([(i * 2.414 % 360, i * 1.618 % 180 - 90) for i in range(400)], 15, 3)
# calls: crowded([(0.0, 0.0), (359.9, -89.0)], 30, 1)
def cell_of(ra, dec, size):
    return int(ra // size), int((dec + 90) // size)


def crowded(sources, size, least):
    columns = 360 // size
    rows = 180 // size
    sky = [[0] * columns for _ in range(rows)]
    for ra, dec in sources:
        column, row = cell_of(ra, dec, size)
        sky[row][column] += 1
    found = []
    for row in range(rows):
        for column in range(columns):
            total = 0
            for dr in (-1, 0, 1):
                for dc in (-1, 0, 1):
                    if 0 <= row + dr < rows:
                        total += sky[row + dr][(column + dc) % columns]
            if total >= least * 9:
                found.append((row, column, total))
    lines = ''
    for row in sky:
        for n in row:
            lines += '.' if n == 0 else str(min(n, 9))
        lines += '\n'
    return found[:10], len(found), lines
