# calls: comb(4, [(0, 0, 6), (3, -2, 4), (-4, 1, 3)], 9), comb(1, [(0, 0, 1)], 2)
DIRECTIONS = [(1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 1)]


def cells(radius):
    result = []
    for q in range(-radius, radius + 1):
        for r in range(max(-radius, -q - radius), min(radius, -q + radius) + 1):
            result.append((q, r))
    return result


def ring(centre, k):
    if k == 0:
        return [centre]
    q, r = centre[0] - k, centre[1] + k
    out = []
    for dq, dr in DIRECTIONS:
        for _ in range(k):
            out.append((q, r))
            q += dq
            r += dr
    return out


def neighbours_of(cell, wax, kind):
    return sum(1 for dq, dr in DIRECTIONS if wax.get((cell[0] + dq, cell[1] + dr)) == kind)


def comb(radius, queens, days):
    wax = {cell: '.' for cell in cells(radius)}
    for q, r, reach in queens:
        for k in range(reach // 2):
            for cell in ring((q, r), k):
                if cell in wax:
                    wax[cell] = 'o'
    for day in range(days):
        changes = {}
        for cell in wax:
            brood = neighbours_of(cell, wax, 'o')
            honey = neighbours_of(cell, wax, 'h')
            if wax[cell] == '.':
                if brood == 0 and (honey > 0 or day == 0 and cell[1] < 0):
                    changes[cell] = 'h'
                elif 0 < brood < 3:
                    changes[cell] = 'p'
            elif wax[cell] == 'p' and brood >= 3 or wax[cell] == 'o' and day % 3 == 2 and honey > brood:
                changes[cell] = '.'
        wax.update(changes)
    rows = []
    for r in range(-radius, radius + 1):
        row = ' '.join(wax[(q, r)] for q in range(-radius, radius + 1) if (q, r) in wax)
        rows.append(' ' * abs(r) + row)
    return rows, {kind: list(wax.values()).count(kind) for kind in '.oph'}
