# calls: encode([(i * 37 + 11) % 256 for i in range(300)]), decode(encode([i % 256 for i in range(150)]))
ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def encode(data):
    out = ''
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        missing = 3 - len(chunk)
        chunk = chunk + [0] * missing
        number = chunk[0] * 65536 + chunk[1] * 256 + chunk[2]
        for k in range(4):
            if k > 3 - missing:
                out += '='
            else:
                out += ALPHABET[(number >> (18 - 6 * k)) & 63]
    return out


def value_of(c):
    return ALPHABET.index(c)


def decode(text):
    data = []
    buffer = 0
    bits = 0
    for c in text:
        if c == '=':
            break
        buffer = buffer * 64 + value_of(c)
        bits += 6
        if bits >= 8:
            bits -= 8
            data.append(buffer // 2 ** bits)
            buffer = buffer % 2 ** bits
    return data
