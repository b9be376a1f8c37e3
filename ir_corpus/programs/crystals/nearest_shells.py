# calls: shells('bcc', 3), shells('sc', 4), shells('fcc', 2)
OFFSETS = {
    'sc': [(0, 0, 0)],
    'bcc': [(0, 0, 0), (1, 1, 1)],
    'fcc': [(0, 0, 0), (1, 1, 0), (1, 0, 1), (0, 1, 1)],
}


def squared(v):
    return v[0] * v[0] + v[1] * v[1] + v[2] * v[2]


def shells(kind, reach):
    # everything is doubled, so that the centres have whole coordinates
    found = {}
    for i in range(-reach, reach + 1):
        for j in range(-reach, reach + 1):
            for k in range(-reach, reach + 1):
                for offset in OFFSETS[kind]:
                    vector = (2 * i + offset[0], 2 * j + offset[1], 2 * k + offset[2])
                    r = squared(vector)
                    if r == 0 or r > 4 * reach * reach:
                        continue
                    found[r] = found.get(r, 0) + 1
    result = []
    running = 0
    for r in sorted(found):
        running += found[r]
        result.append((r / 4, found[r], running))
    return result
