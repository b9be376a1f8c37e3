# calls: triangles(9), triangles(10), triangles(12)
def sides(order):
    a, b, c, d, e, f = order
    return (a + b + c, c + d + e, e + f + a)


def fits(prefix, total):
    if len(prefix) >= 3 and sum(prefix[:3]) != total:
        return False
    if len(prefix) >= 5 and sum(prefix[2:5]) != total:
        return False
    if len(prefix) == 6 and prefix[4] + prefix[5] + prefix[0] != total:
        return False
    return True


def extend(prefix, total):
    if len(prefix) == 6:
        yield tuple(prefix)
        return
    for n in range(1, 7):
        if n not in prefix:
            longer = prefix + [n]
            if fits(longer, total):
                yield from extend(longer, total)


def turned(order):
    for shift in (0, 2, 4):
        once = order[shift:] + order[:shift]
        yield once
        yield (once[0],) + once[:0:-1]


def triangles(total):
    distinct = []
    count = 0
    for order in extend([], total):
        count += 1
        if not any(other in distinct for other in turned(order)):
            distinct.append(order)
    checks = [sides(order) == (total, total, total) for order in distinct]
    corners = [sorted(order[::2]) for order in distinct]
    return count, distinct, corners, all(checks)
