# calls: check_orders([3, 5, 7]), check_orders([4, 6]), check_orders([9, 2, 1, 8])
GREEK = 'abcdefghijkl'


def cyclic(n, step):
    return [[(step * r + c) % n for c in range(n)] for r in range(n)]


def is_latin(table):
    wanted = list(range(len(table)))
    for row in table:
        if sorted(row) != wanted:
            return False
    for column in zip(*table):
        if sorted(column) != wanted:
            return False
    return True


def orthogonal(one, two):
    pairs = []
    for r in range(len(one)):
        for c in range(len(one)):
            pair = (one[r][c], two[r][c])
            if pair in pairs:
                return False
            pairs.append(pair)
    return True


def to_magic(one, two):
    n = len(one)
    return [[one[r][c] * n + two[r][c] + 1 for c in range(n)] for r in range(n)]


def check_orders(orders):
    report = {}
    for n in orders:
        good = [s for s in range(1, n) if is_latin(cyclic(n, s))]
        report[n] = (good, None)
        for s in good:
            for t in good:
                if s < t and report[n][1] is None and orthogonal(cyclic(n, s), cyclic(n, t)):
                    square = to_magic(cyclic(n, s), cyclic(n, t))
                    first = ' '.join(GREEK[x] + str(y) for x, y in zip(cyclic(n, s)[1], cyclic(n, t)[1]))
                    report[n] = (good, (s, t), first, sorted({sum(row) for row in square}))
    return report
