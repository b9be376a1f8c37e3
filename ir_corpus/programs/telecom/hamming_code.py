# calls: transmit([i * 11 % 16 for i in range(40)], [i * 3 % 8 for i in range(40)])
def encode(nibble):
    d = []
    for k in range(4):
        d.append(nibble // 2 ** k % 2)
    p1 = (d[0] + d[1] + d[3]) % 2
    p2 = (d[0] + d[2] + d[3]) % 2
    p3 = (d[1] + d[2] + d[3]) % 2
    return [p1, p2, d[0], p3, d[1], d[2], d[3]]


def decode(bits):
    wrong = 0
    for check in [1, 2, 4]:
        parity = 0
        for place in range(1, 8):
            if place & check:
                parity += bits[place - 1]
        if parity % 2 == 1:
            wrong += check
    if wrong > 0:
        bits = bits[:]
        bits[wrong - 1] = 1 - bits[wrong - 1]
    return bits[2] + bits[4] * 2 + bits[5] * 4 + bits[6] * 8, wrong


def transmit(nibbles, noise):
    received = []
    corrected = 0
    for i in range(len(nibbles)):
        bits = encode(nibbles[i])
        if noise[i] > 0:
            bits[noise[i] - 1] ^= 1
        value, wrong = decode(bits)
        if wrong:
            corrected += 1
        received.append(value)
    return received == nibbles, corrected
