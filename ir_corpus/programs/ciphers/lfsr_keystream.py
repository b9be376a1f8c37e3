# calls: analyse(0b1011011, [6, 5], 7), analyse(0b11001, [4, 2], 5)
def step(state, taps, width):
    bit = 0
    for tap in taps:
        bit ^= (state >> tap) & 1
    return ((state << 1) | bit) & ((1 << width) - 1)


def analyse(seed, taps, width):
    seen = []
    bits = []
    state = seed
    while state not in seen:
        seen.append(state)
        bits.append(state & 1)
        state = step(state, taps, width)
    ones = 0
    for bit in bits:
        if bit == 1:
            ones += 1
    correlations = []
    for shift in range(1, width + 1):
        agree = 0
        for i in range(len(bits)):
            if bits[i] == bits[(i + shift) % len(bits)]:
                agree += 1
        correlations.append(round(agree / len(bits), 3))
    runs = {}
    length = 1
    for i in range(1, len(bits)):
        if bits[i] == bits[i - 1]:
            length += 1
        else:
            if length in runs:
                runs[length] += 1
            else:
                runs[length] = 1
            length = 1
    return len(seen), ones, correlations, runs
