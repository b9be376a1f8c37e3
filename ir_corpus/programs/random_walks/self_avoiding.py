# calls: summary(6), summary(3, True), summary(7, True)
MOVES = {'E': (1, 0), 'N': (0, 1), 'W': (-1, 0), 'S': (0, -1)}


def walks(path, names, left, upper_only):
    if left == 0:
        return [(names, path[-1])]
    found = []
    x, y = path[-1]
    for name in MOVES:
        dx, dy = MOVES[name]
        spot = (x + dx, y + dy)
        if spot in path:
            continue
        if upper_only and spot[1] < 0:
            continue
        found += walks(path + [spot], names + name, left - 1, upper_only)
    return found


def turns(names):
    return sum(1 for a, b in zip(names, names[1:]) if a != b)


def summary(n, upper_only=False):
    found = walks([(0, 0)], '', n, upper_only)
    squared = [x * x + y * y for _, (x, y) in found]
    crooked = max(found, key=lambda walk: turns(walk[0]))
    return len(found), round(sum(squared) / len(found), 4), crooked[0], max(squared)
