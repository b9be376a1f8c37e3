# calls: send([1, 0, 1, 1, 0, 0, 1, 0] * 60, 5)
PARITY_ROWS = [(0, 1, 3), (0, 2, 3), (1, 2, 3)]


def parity(bits, places):
    total = 0
    for place in places:
        total += bits[place]
    return total % 2


def block(nibble):
    p = [parity(nibble, row) for row in PARITY_ROWS]
    return [p[0], p[1], nibble[0], p[2], nibble[1], nibble[2], nibble[3]]


def syndrome(word):
    position = 0
    for bit in range(3):
        ones = 0
        for i in range(7):
            if (i + 1) & (1 << bit) != 0:
                ones += word[i]
        if ones % 2 == 1:
            position += 1 << bit
    return position


def send(bits, every):
    received = []
    corrected = 0
    for start in range(0, len(bits), 4):
        word = block(bits[start:start + 4])
        if (start // 4) % every == 0:
            word[start % 7] ^= 1
        wrong = syndrome(word)
        if wrong > 0:
            corrected += 1
            word[wrong - 1] = 1 - word[wrong - 1]
        received.extend([word[2], word[4], word[5], word[6]])
    return received == bits, corrected
