# calls: distance([i * 7 % 11 for i in range(40)], [i * 7 % 11 for i in range(3, 47) if i % 6]), distance('abcabba', 'cbabac'), distance('', 'xyz')
def slide(a, b, x, y):
    while x < len(a) and y < len(b) and a[x] == b[y]:
        x += 1
        y += 1
    return x, y


def search(a, b):
    furthest = {1: 0}
    trace = []
    for d in range(len(a) + len(b) + 1):
        trace.append(dict(furthest))
        for k in range(-d, d + 1, 2):
            if k == -d or (k != d and furthest.get(k - 1, -1) < furthest.get(k + 1, -1)):
                x = furthest[k + 1]
            else:
                x = furthest[k - 1] + 1
            x, y = slide(a, b, x, x - k)
            furthest[k] = x
            if x >= len(a) and y >= len(b):
                return d, trace
    return None, trace


def path(a, b, trace):
    x, y = len(a), len(b)
    edits = []
    for d in range(len(trace) - 1, 0, -1):
        furthest = trace[d]
        k = x - y
        down = k == -d or (k != d and furthest.get(k - 1, -1) < furthest.get(k + 1, -1))
        before = k + 1 if down else k - 1
        px = furthest[before]
        py = px - before
        if down:
            edits.append(('insert', py, b[py]))
        else:
            edits.append(('delete', px, a[px]))
        x, y = px, py
    return edits[::-1]


def distance(a, b):
    d, trace = search(a, b)
    edits = path(a, b, trace)
    kept = len(a) - sum(1 for e in edits if e[0] == 'delete')
    return d, edits[:4], kept
