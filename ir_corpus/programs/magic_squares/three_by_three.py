# calls: complete([2, 0, 6, 0, 5, 0, 0, 3, 0]), complete([0, 0, 0, 0, 5, 0, 4, 0, 0]), complete([0, 1, 0, 0, 0, 0, 0, 9, 0])
# calls: complete([5, 0, 0, 0, 1, 0, 0, 0, 0])
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def consistent(cells):
    for a, b, c in LINES:
        three = [cells[a], cells[b], cells[c]]
        if 0 not in three and sum(three) != 15:
            return False
        if sum(three) > 15:
            return False
    return True


def solve(cells, tried):
    tried[0] += 1
    if not consistent(cells):
        return []
    if 0 not in cells:
        return [cells[:]]
    hole = cells.index(0)
    found = []
    for v in range(1, 10):
        if v in cells:
            continue
        cells[hole] = v
        found.extend(solve(cells, tried))
        cells[hole] = 0
    return found


def complete(cells):
    tried = [0]
    found = solve(list(cells), tried)
    texts = []
    for f in found:
        texts.append('/'.join(''.join(str(v) for v in f[i:i + 3]) for i in (0, 3, 6)))
    return tried[0], texts
