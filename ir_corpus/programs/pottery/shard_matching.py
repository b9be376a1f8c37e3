# calls: join([[(i * 7 + k * k * (i + 2)) % 6 for k in range(8)] for i in range(16)] + [[5 - (i * 7 + k * k * (i + 2)) % 6 for k in range(7, -1, -1)] for i in range(10)], 9), join([[1, 2]], 3)
def mismatch(one, two):
    score = 0
    for a, b in zip(one, reversed(two)):
        score += abs(5 - a - b)
    return score


def leader(parent, i):
    while parent[i] != i:
        i = parent[i]
    return i


def join(edges, allowed):
    n = len(edges)
    pairs = []
    for i in range(n):
        for j in range(i + 1, n):
            m = mismatch(edges[i], edges[j])
            if m <= allowed:
                pairs.append((m, i, j))
    pairs.sort()
    parent = list(range(n))
    used = [False] * n
    glued = []
    for m, i, j in pairs:
        if used[i] or used[j]:
            if m > 1:
                continue
        if leader(parent, i) != leader(parent, j):
            parent[leader(parent, j)] = leader(parent, i)
            used[i] = used[j] = True
            glued.append((i, j, m))
    pots = {}
    for i in range(n):
        pots.setdefault(leader(parent, i), []).append(i)
    return glued, [members for members in pots.values() if len(members) > 1], used.count(False)
