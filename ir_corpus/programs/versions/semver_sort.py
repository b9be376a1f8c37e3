# calls: ordered(['%d.%d.%d%s' % (i % 3, i * 7 % 5, i * 11 % 13, ['', '-rc.%d' % (i % 4), '-alpha', '+b%d' % i][i % 4]) for i in range(60)]), ordered(['1.0.0', '1.0.0-beta.11', '1.0.0-beta.2', '1.0.0-alpha.beta'])
from functools import cmp_to_key


def split(version):
    version = version.split('+')[0]
    core, _, pre = version.partition('-')
    numbers = [int(n) for n in core.split('.')]
    return numbers, pre.split('.') if pre else []


def compare_labels(a, b):
    for x, y in zip(a, b):
        if x == y:
            continue
        if x.isdigit() and y.isdigit():
            return -1 if int(x) < int(y) else 1
        if x.isdigit():
            return -1
        if y.isdigit():
            return 1
        return -1 if x < y else 1
    return (len(a) > len(b)) - (len(a) < len(b))


def compare(v, w):
    a, pre_a = split(v)
    b, pre_b = split(w)
    if a != b:
        return -1 if a < b else 1
    if not pre_a and pre_b:
        return 1
    if pre_a and not pre_b:
        return -1
    return compare_labels(pre_a, pre_b)


def ordered(versions):
    result = sorted(versions, key=cmp_to_key(compare))
    ties = sum(1 for a, b in zip(result, result[1:]) if compare(a, b) == 0)
    stable = [v for v in result if not split(v)[1]]
    return result[:5], result[-1], ties, stable[-1] if stable else None
