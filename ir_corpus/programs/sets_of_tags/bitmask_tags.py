# calls: overlap_report([[(i * k) % 17 for k in range(1, 5)] for i in range(75)]), overlap_report([[0], [], [0]])
NAMES = ['red', 'blue', 'old', 'new', 'big', 'tiny', 'wood', 'iron', 'soft', 'hard', 'wet', 'dry', 'hot', 'cold', 'sale', 'gift', 'rare']


def to_mask(numbers):
    mask = 0
    for n in numbers:
        mask |= 1 << n
    return mask


def bits(mask):
    n = 0
    while mask:
        mask &= mask - 1
        n += 1
    return n


def names(mask):
    return [NAMES[k] for k in range(len(NAMES)) if mask >> k & 1]


def overlap_report(items):
    masks = [to_mask(numbers) for numbers in items]
    histogram = [0] * 18
    closest = (-1, 0, 0)
    for i in range(len(masks)):
        for j in range(i):
            shared = bits(masks[i] & masks[j])
            histogram[shared] += 1
            if shared > closest[0]:
                closest = (shared, j, i)
    everything = 0
    common = (1 << len(NAMES)) - 1
    parity = 0
    for mask in masks:
        everything |= mask
        common &= mask
        parity ^= mask
    while histogram and histogram[-1] == 0:
        histogram.pop()
    return histogram, closest, names(everything), names(common), names(parity), cover(masks, everything)


def cover(masks, everything):
    left = everything
    picks = []
    while left:
        best = 0
        for k in range(len(masks)):
            if bits(masks[k] & left) > bits(masks[best] & left):
                best = k
        picks.append(best)
        left &= ~masks[best]
    return picks
