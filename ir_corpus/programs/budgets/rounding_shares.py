# calls: allocate(10000, {'dep %d' % i: 10 + i * 37 % 91 for i in range(40)}), allocate(7, {'a': 1, 'b': 1, 'c': 1})
# calls: allocate(1, {'only': 3})
def allocate(cents, weights):
    total_weight = 0
    for name in weights:
        total_weight += weights[name]
    given = {}
    rests = []
    for name in weights:
        exact = cents * weights[name]
        given[name] = exact // total_weight
        rests.append((-(exact % total_weight), name))
    left = cents - sum([given[name] for name in given])
    rests.sort()
    i = 0
    while left > 0:
        given[rests[i][1]] += 1
        left -= 1
        i += 1
    smallest = min(given.values())
    line = ''
    for name in sorted(given, key=lambda n: (-given[n], n)):
        if given[name] != smallest:
            line += name + '=' + str(given[name]) + ' '
    return line.rstrip(), smallest, i
