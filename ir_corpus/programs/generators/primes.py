# calls: collect(150)
def is_prime(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def primes(limit):
    for n in range(limit):
        if is_prime(n):
            yield n


def collect(limit):
    found = list(p for p in primes(limit))
    twins = []
    for i in range(len(found) - 1):
        if found[i + 1] - found[i] == 2:
            twins.append((found[i], found[i + 1]))
    total = sum([p for p in found])
    return twins, total, any(p > 100 for p in found)
