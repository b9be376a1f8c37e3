# calls: merge_all([[i * 3 for i in range(130)], [i * 5 + 1 for i in range(90)], [i * 7 for i in range(70)], []])
# calls: without_repeats([1, 1, 2, 3, 3, 3, 5] * 100)
def smallest_head(streams, positions):
    chosen = None
    for k in range(len(streams)):
        if positions[k] >= len(streams[k]):
            continue
        if chosen is None or streams[k][positions[k]] < streams[chosen][positions[chosen]]:
            chosen = k
    return chosen


def merge_all(streams):
    positions = [0 for _ in streams]
    merged = []
    sources = ''
    k = smallest_head(streams, positions)
    while k is not None:
        value = streams[k][positions[k]]
        merged.append(value)
        sources += 'abcdefgh'[k]
        positions[k] += 1
        k = smallest_head(streams, positions)
    return without_repeats(merged), sources


def without_repeats(values):
    kept = []
    for value in values:
        if len(kept) == 0 or kept[-1] != value:
            kept.append(value)
    return kept
