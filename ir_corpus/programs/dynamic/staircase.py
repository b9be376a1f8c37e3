# calls: climb(16)
def ways(steps):
    if steps < 0:
        return 0
    if steps == 0:
        return 1
    return ways(steps - 1) + ways(steps - 2)


def climb(limit):
    found = []
    for steps in range(limit):
        found.append(ways(steps))
    ratios = []
    for i in range(1, len(found)):
        ratios.append(found[i] / found[i - 1])
    return found, round(ratios[len(ratios) - 1], 6)
