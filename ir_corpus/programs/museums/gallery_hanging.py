# calls: hang([(40 + i * 29 % 110, 30 + i * 17 % 90) for i in range(48)], [620, 480, 900, 350, 700, 700], 25), hang([(500, 20)], [400], 10)
def width_needed(pictures, gap):
    total = gap
    for w, h in pictures:
        total += w + gap
    return total


def balance(row):
    tall = sorted(row, key=lambda p: (-p[1], p[0]))
    left, right = [], []
    for k, p in enumerate(tall):
        if k % 2 == 0:
            left = left + [p]
        else:
            right = [p] + right
    return left[::-1] + right[::-1] if len(row) < 3 else right + left


def hang(pictures, walls, gap):
    rows = [[] for _ in walls]
    store = []
    for picture in sorted(pictures, reverse=True):
        placed = False
        for i in range(len(walls)):
            if width_needed(rows[i] + [picture], gap) <= walls[i]:
                rows[i].append(picture)
                placed = True
                break
        if not placed:
            store.append(picture)
    positions = []
    for i in range(len(walls)):
        row = balance(rows[i])
        if not row:
            positions.append([])
            continue
        space = (walls[i] - sum(w for w, h in row)) / (len(row) + 1)
        x = 0.0
        line = []
        for w, h in row:
            x += space
            line.append((round(x, 1), 155 - h / 2))
            x += w
        positions.append(line)
    return positions, len(store), sum(w * h for w, h in store)
