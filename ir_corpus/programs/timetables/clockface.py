# calls: knit(['A', 'B', 'C', 'D', 'E', 'F'], {('A', 'B'): 27, ('B', 'C'): 54, ('C', 'D'): 31, ('B', 'E'): 44, ('E', 'F'): 26, ('D', 'F'): 58}, 60), knit(['A', 'B'], {('A', 'B'): 10}, 30)
def neighbours(legs, node):
    found = []
    for (a, b), minutes in legs.items():
        if a == node:
            found.append((b, minutes))
        elif b == node:
            found.append((a, minutes))
    return found


def cost(offsets, legs, cycle):
    total = 0
    for (a, b), minutes in legs.items():
        for x, y in ((a, b), (b, a)):
            total += (offsets[y] - offsets[x] - minutes - 3) % cycle
    return total


def knit(nodes, legs, cycle):
    offsets = {n: 0 for n in nodes}
    best = cost(offsets, legs, cycle)
    passes = 0
    moved = True
    while moved and passes < 6:
        moved = False
        passes += 1
        for n in nodes[1:]:
            keep = offsets[n]
            for minute in range(0, cycle, 5):
                offsets[n] = minute
                now = cost(offsets, legs, cycle)
                if now < best:
                    best = now
                    keep = minute
                    moved = True
            offsets[n] = keep
    waits = {}
    for n in nodes:
        waits[n] = [(offsets[m] - offsets[n] - minutes) % cycle for m, minutes in neighbours(legs, n)]
    return offsets, best, passes, waits
