# calls: dice_all([(12, 7, 5), (20, 4, 4), (9, 9, 9), (30, 3, 2), (15, 8, 6)] * 5, 2)
# calls: dice_all([(1, 1, 1)], 3)
def cubes(l, w, h, side):
    return (l // side) * (w // side) * (h // side)


def is_better(a, b):
    return a[0] > b[0] or (a[0] == b[0] and a[1] < b[1])


def best_side(l, w, h, smallest):
    best = (0, 0)
    for side in range(smallest, max(l, w, h) + 1):
        n = cubes(l, w, h, side)
        waste = l * w * h - n * side ** 3
        if n > 0:
            volume = n * side ** 3
            if is_better((volume, waste), best):
                best = (volume, waste)
    return best


def dice_all(blocks, smallest):
    total = 0
    waste = 0
    worst = -1
    worst_block = None
    for k in range(len(blocks)):
        l, w, h = blocks[k]
        volume, lost = best_side(l, w, h, smallest)
        total += volume
        waste += lost
        if lost > worst:
            worst = lost
            worst_block = k
    cuts = 0
    for l, w, h in blocks:
        cuts += (l // smallest - 1) + (w // smallest - 1) + (h // smallest - 1)
    return total, waste, worst_block, cuts
