# calls: dial([((i * 3) % 7 - 3) / 3 for i in range(160)], 8000.0)
# calls: dial([(1 if i % 8 < 4 else -1) * 0.5 for i in range(80)], 8000.0)
import math

LOW = [697, 770, 852, 941]
HIGH = [1209, 1336, 1477, 1633]
KEYS = ['123A', '456B', '789C', '*0#D']


def goertzel(samples, rate, freq):
    w = 2 * math.pi * freq / rate
    s1 = 0.0
    s2 = 0.0
    for i in range(len(samples)):
        s0 = samples[i] + 2 * math.cos(w) * s1 - s2
        s2 = s1
        s1 = s0
    return s1 ** 2 + s2 ** 2 - 2 * math.cos(w) * s1 * s2


def strongest(powers):
    place = 0
    for i in range(1, len(powers)):
        if powers[i] > powers[place]:
            place = i
    return place


def dial(samples, rate):
    low = []
    for f in LOW:
        low.append(goertzel(samples, rate, f))
    high = []
    for f in HIGH:
        high.append(goertzel(samples, rate, f))
    row, column = strongest(low), strongest(high)
    energy = sum(s * s for s in samples)
    clear = low[row] > 0.1 * energy and high[column] > 0.1 * energy
    return KEYS[row][column], clear, low[row] / (high[column] + 1e-9)
