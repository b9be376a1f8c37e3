# calls: best_repeat('meet me at noon', [1, 3, 5, 7], 12), best_repeat('q', [3] * 10, 30), best_repeat('', [3], 50)
def noisy(bits, percent, seed):
    out = ''
    for b in bits:
        seed = (seed * 9301 + 49297) % 233280
        if seed * 100 // 233280 < percent:
            out += '0' if b == '1' else '1'
        else:
            out += b
    return out


def spread(bits, times):
    return bits * times


def vote(received, size, times):
    out = ''
    for i in range(size):
        ones = 0
        for t in range(times):
            if received[t * size + i] == '1':
                ones += 1
        if ones > times - ones:
            out += '1'
        else:
            out += '0'
    return out


def to_bits(text):
    return ''.join(format(ord(ch), '07b') for ch in text)


def to_text(bits):
    return ''.join(chr(int(bits[i:i + 7], 2)) for i in range(0, len(bits), 7))


def best_repeat(text, counts, percent):
    bits = to_bits(text)
    rows = []
    for times in counts:
        received = noisy(spread(bits, times), percent, 7)
        decoded = vote(received, len(bits), times)
        wrong = sum(1 for a, b in zip(bits, decoded) if a != b)
        letters = sum(1 for a, b in zip(text, to_text(decoded)) if a != b)
        rows.append((wrong, times, letters))
    rows.sort()
    return rows[0], rows[-1], len(rows)
