# calls: comet(200), comet(20), comet(300, 260)
def is_prime(n):
    if n < 2:
        return False
    for d in range(2, int(n ** 0.5) + 1):
        if n % d == 0:
            return False
    return True


def primes_below(n):
    return [p for p in range(n) if is_prime(p)]


def pairs(n, primes):
    found = []
    low = 0
    high = len(primes) - 1
    while low <= high:
        s = primes[low] + primes[high]
        if s == n:
            found.append((primes[low], primes[high]))
            low += 1
        elif s < n:
            low += 1
        else:
            high -= 1
    return found


def comet(limit, start=4):
    primes = primes_below(limit)
    counts = {}
    hard = []
    for n in range(start, limit, 2):
        found = pairs(n, primes)
        counts[n] = len(found)
        if len(found) > 0 and found[0][0] > 5:
            hard.append((n, found[0]))
    most = max(counts.values())
    richest = [n for n in counts if counts[n] == most]
    return most, richest, hard[:5], [n for n in counts if counts[n] == 0]
