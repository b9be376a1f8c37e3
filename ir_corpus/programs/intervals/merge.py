# calls: merge([(i * 17 % 97, i * 17 % 97 + i % 5) for i in range(300)]), covered([(i * 17 % 97, i * 17 % 97 + i % 5) for i in range(500)])
# calls: gaps([[9, 12], [1, 3], [2, 5], [20, 22]], 0, 30)
def merge(spans):
    ordered = sorted(spans, key=lambda s: s[0])
    merged = []
    for span in ordered:
        if len(merged) > 0 and span[0] <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span[1]))
        else:
            merged.append((span[0], span[1]))
    return merged


def covered(spans):
    total = 0
    for low, high in merge(spans):
        total += high - low
    return total


def gaps(spans, start, end):
    holes = []
    position = start
    for low, high in merge(spans):
        if low > position:
            holes.append((position, low))
        position = max(position, high)
    if position < end:
        holes.append((position, end))
    return holes
