# calls: gap_report(3000), gap_report(100), gap_report(9000)
def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = False
    flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            j = i * i
            while j <= limit:
                flags[j] = False
                j += i
        i += 1
    return [n for n in range(limit + 1) if flags[n]]


def gap_counts(primes):
    counts = {}
    for i in range(1, len(primes)):
        gap = primes[i] - primes[i - 1]
        if gap in counts:
            counts[gap] += 1
        else:
            counts[gap] = 1
    return counts


def records(primes):
    best = 0
    out = []
    for a, b in zip(primes, primes[1:]):
        if b - a > best:
            best = b - a
            out.append((a, best))
    return out


def gap_report(limit):
    primes = sieve(limit)
    counts = gap_counts(primes)
    champion = max(counts, key=lambda g: (counts[g], -g))
    return len(primes), counts.get(2, 0), champion, records(primes)
