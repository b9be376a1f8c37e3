# calls: mode([i * i % 19 for i in range(120)])
def mode(values):
    counts = {}
    for value in values:
        if value in counts:
            counts[value] = counts[value] + 1
        else:
            counts[value] = 1
    best = None
    for value in counts:
        if best is None or counts[value] > counts[best]:
            best = value
    return best
