# calls: closest([2, 3, 7, 10], 77), closest([1, 1, 1], 9), closest([4, 9, 25, 6], 113)
def combine(a, b):
    (x, xs), (y, ys) = a, b
    if x < y:
        x, y, xs, ys = y, x, ys, xs
    options = [(x + y, '(%s+%s)' % (xs, ys))]
    if y > 1:
        options.append((x * y, '(%s*%s)' % (xs, ys)))
        if x % y == 0:
            options.append((x // y, '(%s/%s)' % (xs, ys)))
    if x != y:
        options.append((x - y, '(%s-%s)' % (xs, ys)))
    return options


def explore(numbers, target, best):
    for value, text in numbers:
        if best[0] is None or abs(value - target) < abs(best[0] - target):
            best[0], best[1] = value, text
    if best[0] == target:
        return True
    for i in range(len(numbers)):
        for j in range(i + 1, len(numbers)):
            rest = numbers[:i] + numbers[i + 1:j] + numbers[j + 1:]
            for option in combine(numbers[i], numbers[j]):
                if explore(rest + [option], target, best):
                    return True
    return False


def closest(numbers, target):
    best = [None, '']
    exact = explore([(n, str(n)) for n in numbers], target, best)
    return 'exact' if exact else 'off by %d' % abs(best[0] - target), best[0], best[1].strip('()')
