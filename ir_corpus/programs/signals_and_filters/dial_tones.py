# calls: decode([[697, 1209], [852, 1477], [0, 0], [941, 1336]], 100)
# calls: decode([[770, 1336]] * 2, 205), decode([[0, 0]], 60)
import math

ROWS = [697, 770, 852, 941]
COLUMNS = [1209, 1336, 1477]
KEYS = ['123', '456', '789', '*0#']
RATE = 8000


def tone(pair, n):
    return [math.sin(2 * math.pi * pair[0] * i / RATE) + 0.8 * math.sin(2 * math.pi * pair[1] * i / RATE) for i in range(n)]


def goertzel(block, freq):
    coeff = 2 * math.cos(2 * math.pi * freq / RATE)
    s1 = 0.0
    s2 = 0.0
    for x in block:
        s0 = x + coeff * s1 - s2
        s2 = s1
        s1 = s0
    return s1 * s1 + s2 * s2 - coeff * s1 * s2


def strongest(block, freqs):
    powers = [goertzel(block, f) for f in freqs]
    best = max(powers)
    if best < 0.1 * len(block) ** 2:
        return -1
    return powers.index(best)


def decode(pairs, n):
    number = ''
    for pair in pairs:
        block = tone(pair, n)
        row = strongest(block, ROWS)
        column = strongest(block, COLUMNS)
        if row < 0 or column < 0:
            number += '?'
        else:
            number += KEYS[row][column]
    return number
