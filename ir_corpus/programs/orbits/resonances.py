# calls: find(dict(io=1.769, europa=3.551, ganymede=7.155, callisto=16.689), 9, 0.01)
# calls: find({'m%d' % i: 1.3 ** i for i in range(12)}, 6, 0.02)
def common_divisor(a, b):
    while b != 0:
        a, b = b, a % b
    return a


def mismatch(p1, p2, i, j):
    return abs(p2 / p1 * j / i - 1)


def find(periods, order, tolerance):
    names = sorted(periods, key=lambda n: periods[n])
    hits = []
    for a in range(len(names)):
        for b in range(a + 1, len(names)):
            best = None
            for i in range(1, order + 1):
                for j in range(1, i):
                    if common_divisor(i, j) != 1:
                        continue
                    m = mismatch(periods[names[a]], periods[names[b]], i, j)
                    if m < tolerance and (best is None or m < best[0]):
                        best = (m, i, j)
            if best is not None:
                hits.append(names[a] + ':' + names[b] + ' ' + str(best[1]) + '/' + str(best[2]))
    chained = False
    for k in range(len(hits) - 1):
        if hits[k].split(':')[0] == hits[k + 1].split(':')[0]:
            chained = True
    return hits, chained
