# calls: arrivals([(i * 7919) % 10007 for i in range(700)], 64, 400)
# calls: arrivals([5, 9, 9, 40, 1000], 10, 3)
def bin_of(stamp, width):
    return stamp // width


def dead_time(stamps, pause):
    kept = []
    last = None
    for stamp in sorted(stamps):
        if last is None or stamp - last >= pause:
            kept.append(stamp)
            last = stamp
    return kept


def arrivals(stamps, width, bins):
    kept = dead_time(stamps, 3)
    counts = []
    for _ in range(bins):
        counts.append(0)
    overflow = 0
    for stamp in kept:
        try:
            counts[bin_of(stamp, width)] += 1
        except IndexError:
            overflow += 1
    filled = 0
    for count in counts:
        if count > 0:
            filled += 1
    mean = sum(counts) / len(counts)
    spread = 0.0
    for i in range(len(counts)):
        spread += (counts[i] - mean) ** 2
    pairs = 0
    for i in range(1, len(counts)):
        if counts[i] % 2 == 0 and counts[i - 1] % 2 == 1:
            pairs += 1
    return filled, overflow, mean, spread / len(counts), pairs
