# calls: table(2, 140), table(9990, 10010), table(123456, 123460)
def factor(n):
    result = []
    p = 2
    while p * p <= n:
        count = 0
        while n % p == 0:
            n //= p
            count += 1
        if count > 0:
            result.append((p, count))
        p += 1 if p == 2 else 2
    if n > 1:
        result.append((n, 1))
    return result


def written(n):
    text = ''
    for p, e in factor(n):
        if text != '':
            text += ' x '
        text += str(p)
        if e > 1:
            text += '^' + str(e)
    return text


def divisor_count(n):
    count = 1
    for _, e in factor(n):
        count *= e + 1
    return count


def squarefree(n):
    return all(e == 1 for _, e in factor(n))


def table(first, last):
    lines = []
    best = first
    free = 0
    for n in range(first, last + 1):
        lines.append('%d = %s' % (n, written(n)))
        if divisor_count(n) > divisor_count(best):
            best = n
        if squarefree(n):
            free += 1
    return max(lines, key=len), lines[-1], best, divisor_count(best), free
