# calls: experiment(18, 40), experiment(3, 2)
def remember(function, room=None):
    results = {}
    stats = {'calls': 0, 'misses': 0, 'cleared': 0}

    def wrapper(*args):
        stats['calls'] += 1
        if args in results:
            return results[args]
        stats['misses'] += 1
        if room is not None and len(results) >= room:
            results.clear()
            stats['cleared'] += 1
        results[args] = value = function(*args)
        return value

    wrapper.stats = stats
    return wrapper


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def digit_power(n, p):
    return sum(int(d) ** p for d in str(n))


def experiment(size, room):
    g = remember(gcd)
    d = remember(digit_power, room)
    coprime = 0
    for a in range(1, size + 1):
        for b in range(1, size + 1):
            if g(min(a, b), max(a, b)) == 1:
                coprime += 1
    ends = []
    for start in range(1, size * 3):
        n = start
        for _ in range(12):
            n = d(n, 2)
            if n in (1, 4):
                break
        ends.append(n)
    return coprime, g.stats, ends.count(1), ends.count(4), d.stats
