# calls: report(250, 2), report(60, 3), report(30, 2, base=6)
def digits(n, base):
    while n > 0:
        n, d = divmod(n, base)
        yield d


def follow(n, power, base, known):
    trail = []
    while n not in known:
        if n in trail:
            start = trail.index(n)
            loop = tuple(trail[start:])
            first = loop.index(min(loop))
            return trail, loop[first:] + loop[:first]
        trail.append(n)
        n = sum(d ** power for d in digits(n, base))
    return trail, known[n]


def report(limit, power, base=10):
    known = {}
    for n in range(1, limit + 1):
        trail, loop = follow(n, power, base, known)
        for t in trail:
            known[t] = loop
    happy = [n for n in range(1, limit + 1) if known[n] == (1,)]
    loops = sorted({known[n] for n in known})
    pairs = [(a, b) for a, b in zip(happy, happy[1:]) if b == a + 1]
    return len(happy), happy[-1], pairs[:4], loops
