# calls: table(12), table(4), table(19)
def gcd(a, b):
    while b != 0:
        a, b = b, a % b
    return a


def greedy(top, bottom):
    parts = []
    while top > 0:
        d = -(-bottom // top)
        parts.append(d)
        top, bottom = top * d - bottom, bottom * d
        g = gcd(top, bottom)
        top //= g
        bottom //= g
    return parts


def two_parts(top, bottom):
    for a in range(bottom // top + 1, 2 * bottom // top + 1):
        rest = top * a - bottom
        if rest > 0 and (bottom * a) % rest == 0:
            return [a, bottom * a // rest]
    return None


def table(limit):
    out = {}
    ugly = ''
    for bottom in range(2, limit + 1):
        for top in range(1, bottom):
            if gcd(top, bottom) > 1:
                continue
            parts = greedy(top, bottom)
            better = two_parts(top, bottom)
            if better is not None and len(parts) > 1 and better[1] < parts[-1]:
                parts = better
            text = ' + '.join(['1/' + str(p) for p in parts])
            out[str(top) + '/' + str(bottom)] = text
            if len(text) > len(ugly):
                ugly = text
    return len(out), ugly, out[str(limit - 1) + '/' + str(limit)]
