# calls: table([2.8, 3.2, 3.5, 3.55, 3.9], 300), table([1.0 + k * 0.1 for k in range(30)], 40)
# calls: table([0.9], 1000)
def next_year(x, r):
    return r * x * (1 - x)


def find_period(x, r, longest):
    start = x
    for n in range(1, longest + 1):
        x = next_year(x, r)
        if abs(x - start) < 1e-5:
            return n
    return 0


def verdict(period, x):
    if x < 1e-4:
        return 'extinct'
    if period == 0:
        return 'chaos'
    elif period == 1:
        return 'steady'
    else:
        return 'cycle of ' + str(period)


def table(growths, warmup):
    out = []
    kinds = {}
    for r in growths:
        x = 0.3
        for i in range(warmup):
            x = next_year(x, r)
        p = find_period(x, r, 32)
        word = verdict(p, x)
        if word not in kinds:
            kinds[word] = []
        kinds[word].append(round(r, 2))
        out.append('%.2f %s' % (r, word))
    return out, kinds
