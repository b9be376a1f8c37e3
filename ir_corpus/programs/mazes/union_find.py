# calls: connected(16, 16, [(i * 37 % 256, (i * 37 + [1, 16][i % 2]) % 256) for i in range(250)]), connected(2, 2, [(0, 3)])
def root(parents, node):
    while parents[node] != node:
        node = parents[node]
    return node


def adjacent(width, a, b):
    ar, ac = divmod(a, width)
    br, bc = divmod(b, width)
    return abs(ar - br) + abs(ac - bc) == 1


def connected(width, height, openings):
    count = width * height
    parents = []
    for i in range(count):
        parents.append(i)
    joined = 0
    shortcuts = 0
    for a, b in openings:
        first = root(parents, a)
        second = root(parents, b)
        if first != second:
            parents[second] = first
            joined += 1
            if not adjacent(width, a, b):
                shortcuts += 1
    sizes = {}
    for i in range(count):
        r = root(parents, i)
        if r in sizes:
            sizes[r] += 1
        else:
            sizes[r] = 1
    biggest = 0
    for r in sizes:
        if sizes[r] > biggest:
            biggest = sizes[r]
    return joined, shortcuts, len(sizes), biggest
