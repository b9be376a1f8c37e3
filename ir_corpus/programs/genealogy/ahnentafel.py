# calls: table({n: ('P%d' % n, 1950 - 27 * (n.bit_length() - 1) - n % 5) for n in range(1, 128) if n % 11 != 9}), table({1: ('Ann', 1980)})
def relation(number):
    path = ''
    while number > 1:
        path = ('m' if number % 2 else 'f') + path
        number //= 2
    return path


def generation(number):
    g = 0
    while number > 1:
        number = number >> 1
        g = g + 1
    return g


def table(people):
    lines = []
    missing = []
    implex = {}
    for n in range(1, max(people) + 1):
        if n not in people:
            if n // 2 in people:
                missing.append(relation(n))
            continue
        name, born = people[n]
        lines.append('  ' * generation(n) + name + ' *' + str(born) + ' (' + relation(n) + ')')
        if n > 1 and n // 2 in people:
            age = people[n // 2][1] - born
            g = generation(n)
            implex.setdefault(g, []).append(age)
    means = {g: sum(ages) / len(ages) for g, ages in implex.items()}
    return '\n'.join(lines), missing, means
