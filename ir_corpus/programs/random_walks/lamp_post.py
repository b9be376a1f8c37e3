# calls: evening(400, 7), evening(30, 123), evening(1500, 99)
def next_number(seed):
    return (seed * 1664525 + 1013904223) % 4294967296


def step(x, y, seed):
    d = seed // 65536 % 4
    if d == 0:
        return x + 1, y
    elif d == 1:
        return x - 1, y
    elif d == 2:
        return x, y + 1
    else:
        return x, y - 1


def farthest(visits):
    best = 0
    for spot in visits:
        d = abs(spot[0]) + abs(spot[1])
        if d > best:
            best = d
    return best


def evening(steps, seed):
    x = 0
    y = 0
    visits = {}
    visits[(x, y)] = 1
    home = 0
    for i in range(steps):
        seed = next_number(seed)
        x, y = step(x, y, seed)
        if (x, y) in visits.keys():
            visits[(x, y)] = visits[(x, y)] + 1
        else:
            visits[(x, y)] = 1
        if x == 0 and y == 0:
            home = home + 1
    most = sorted(visits.items(), key=lambda v: (-v[1], v[0]))[:3]
    return (x, y), home, len(visits), farthest(visits), most
