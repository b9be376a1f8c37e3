# calls: burn(['TTT.TTTTTTTTWTT'[i % 4:] + 'TTTGGTT.TTTT'[:12] for i in range(7)], (3, 4), 2), burn(['TGT', 'W.T', 'TTT'], (0, 0), 1), burn(['W'], (0, 0), 3)
BURNING_TIME = {'T': 3, 'G': 1}


def neighbours(forest, r, c, reach):
    cells = []
    for dr in range(-1, 2):
        for dc in range(-1, reach):
            if dr == 0 and dc == 0:
                continue
            if 0 <= r + dr < len(forest) and 0 <= c + dc < len(forest[r + dr]):
                cells.append((r + dr, c + dc))
    return cells


def burn(forest, spark, wind):
    fire = {}
    ash = {}
    if forest[spark[0]][spark[1]] in BURNING_TIME:
        fire[spark] = BURNING_TIME[forest[spark[0]][spark[1]]]
    hour = 0
    front = []
    while fire:
        hour += 1
        front.append(len(fire))
        next_fire = {}
        for (r, c), left in fire.items():
            for cell in neighbours(forest, r, c, wind + 1 if forest[r][c] == 'T' else 2):
                tree = forest[cell[0]][cell[1]]
                if tree in BURNING_TIME and cell not in fire and cell not in ash and cell not in next_fire:
                    next_fire[cell] = BURNING_TIME[tree]
            if left > 1:
                next_fire[(r, c)] = left - 1
            else:
                ash[(r, c)] = hour
        fire = next_fire
    trees = sum(row.count('T') + row.count('G') for row in forest)
    return hour, front, len(ash), trees - len(ash)
