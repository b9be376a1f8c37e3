# calls: longest(330), lengths([27, 97, 871, 6171] * 3)
KNOWN = {1: 1}


def step(n):
    if n % 2 == 0:
        return n // 2
    return 3 * n + 1


def length(n, known):
    trail = []
    while n not in known:
        trail.append(n)
        n = step(n)
    steps = known[n]
    for value in reversed(trail):
        steps += 1
        known[value] = steps
    return steps


def lengths(numbers):
    return [length(n, dict(KNOWN)) for n in numbers]


def longest(limit):
    known = dict(KNOWN)
    best = 1
    best_length = 1
    for n in range(1, limit):
        count = length(n, known)
        if count > best_length:
            best_length = count
            best = n
    peak = 0
    for key in known:
        if known[key] % 2 == 1:
            peak = max(peak, key)
    return best, best_length, len(known), peak
