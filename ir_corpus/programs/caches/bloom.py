# calls: false_alarms(['in%d' % i for i in range(40)], ['out%d' % (i * 3) for i in range(80)], 512), density([3, 5, 9, 200, 511], 1024)
SEEDS = (17, 31, 131)


def positions(word, size):
    found = []
    for seed in SEEDS:
        value = seed
        for letter in word:
            value = (value * seed + ord(letter)) & 0xFFFF
        found.append(value % size)
    return found


def add(bits, word, size):
    for p in positions(word, size):
        bits |= 1 << p
    return bits


def maybe(bits, word, size):
    return all(bits >> p & 1 for p in positions(word, size))


def density(places, size):
    bits = 0
    for p in places:
        bits |= 1 << p
    ones = 0
    for k in range(size):
        if bits & (1 << k):
            ones += 1
    return ones / size


def false_alarms(members, others, size):
    bits = 0
    for word in members:
        bits = add(bits, word, size)
    wrong = []
    for word in others:
        if word not in members and maybe(bits, word, size):
            wrong.append(word)
    missing = sum(1 for word in members if not maybe(bits, word, size))
    return wrong, missing, bin(bits).count('1')
