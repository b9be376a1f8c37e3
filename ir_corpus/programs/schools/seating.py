# calls: arrange(36, 6)
def arrange(pupils, width):
    rows = []
    row = []
    for pupil in range(pupils):
        row.append(pupil * 17 % pupils)
        if len(row) == width:
            rows.append(row)
            row = []
    if len(row) > 0:
        rows.append(row)
    conflicts = 0
    for y in range(len(rows)):
        for x in range(len(rows[y])):
            if x + 1 < len(rows[y]) and abs(rows[y][x] - rows[y][x + 1]) <= 2:
                conflicts += 1
            if y + 1 < len(rows) and x < len(rows[y + 1]) and abs(rows[y][x] - rows[y + 1][x]) <= 2:
                conflicts += 1
    return conflicts, rows
