# calls: compare({'plot%d' % p: ['beech', 'oak', 'ash', 'fir', 'pine', 'elm'][:2 + p % 5] * (3 + p % 4) + ['oak'] * (p % 7) for p in range(16)}), compare({'a': ['fir'], 'b': []})
from collections import Counter
from math import log


def shannon(trees):
    n = len(trees)
    return -sum(k / n * log(k / n) for k in Counter(trees).values())


def simpson(trees):
    n = len(trees)
    return 1 - sum(k * (k - 1) for k in Counter(trees).values()) / (n * (n - 1)) if n > 1 else 0


def similarity(a, b):
    common = [kind for kind in sorted(set(a)) if kind in b]
    both = sorted(set(a + b))
    return len(common) / len(both) if both else 1.0


def compare(plots):
    names = sorted(plots)
    index = {name: (round(shannon(plots[name]), 4), round(simpson(plots[name]), 4)) for name in names}
    closest = {}
    for one in names:
        others = [(similarity(plots[one], plots[two]), two) for two in names if two != one]
        closest[one] = max(others)
    return index, closest
