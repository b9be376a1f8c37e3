# calls: contest(6, 4, 1), contest(4, 3, 2), contest(2, 1, 1)
def sow(pits, stores, side, pit):
    n = len(pits[0])
    pits = [pits[0][:], pits[1][:]]
    stores = stores[:]
    seeds = pits[side][pit]
    pits[side][pit] = 0
    row, at = side, pit
    in_store = False
    while seeds > 0:
        at += 1
        in_store = False
        if at == n:
            if row == side:
                stores[side] += 1
                seeds -= 1
                in_store = True
            row = 1 - row
            at = -1
            continue
        pits[row][at] += 1
        seeds -= 1
    if not in_store and row == side and at >= 0 and pits[row][at] == 1:
        stores[side] += 1 + pits[1 - side][n - 1 - at]
        pits[row][at] = 0
        pits[1 - side][n - 1 - at] = 0
    return pits, stores, in_store


def search(pits, stores, side, depth):
    choices = [p for p in range(len(pits[side])) if pits[side][p] > 0]
    if depth == 0 or not choices:
        return stores[side] - stores[1 - side], None
    best, best_pit = -1000, None
    for pit in choices:
        after, gained, again = sow(pits, stores, side, pit)
        if again:
            value = search(after, gained, side, depth - 1)[0]
        else:
            value = -search(after, gained, 1 - side, depth - 1)[0]
        if value > best:
            best, best_pit = value, pit
    return best, best_pit


def contest(size, seeds, depth):
    pits = [[seeds] * size, [seeds] * size]
    stores = [0, 0]
    side = 0
    played = ''
    while len(played) < 60:
        value, pit = search(pits, stores, side, depth + side)
        if pit is None:
            break
        played += 'abcdefgh'[pit].upper() if side == 0 else 'abcdefgh'[pit]
        pits, stores, again = sow(pits, stores, side, pit)
        if not again:
            side = 1 - side
    return stores, played, sum(pits[0]) + sum(pits[1])
