# calls: relax(['##########', '#........#', '#..HH....#', '#........#', '#.....C..#', '##########'], 25)
# calls: relax(['#####', '#H.C#', '#####'], 40), relax(['HHHHHHHHHHHH', 'C..........C', 'C..........C', 'CCCCCCCCCCCC'], 30)
FIXED = {'#': 20.0, 'H': 95.0, 'C': 4.0}


def read_plate(rows):
    plate = {}
    for r, row in enumerate(rows):
        for c, mark in enumerate(row):
            plate[r, c] = FIXED.get(mark, 20.0)
    return plate


def free_cells(rows):
    return [(r, c) for r, row in enumerate(rows) for c, mark in enumerate(row) if mark == '.']


def neighbours(cell):
    r, c = cell
    return [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]


def relax(rows, sweeps):
    plate = read_plate(rows)
    cells = free_cells(rows)
    for sweep in range(sweeps):
        worst = 0.0
        for cell in cells:
            around = [plate[n] for n in neighbours(cell) if n in plate]
            mean = sum(around) / len(around)
            worst = max(worst, abs(mean - plate[cell]))
            plate[cell] = mean
        if worst < 0.01:
            break
    picture = []
    for r, row in enumerate(rows):
        picture.append(' '.join('%4.1f' % plate[r, c] for c in range(len(row))))
    return sweep + 1, '\n'.join(picture)
