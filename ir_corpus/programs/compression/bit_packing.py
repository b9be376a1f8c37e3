# calls: pack([i % 16 for i in range(200)], 4)
# calls: unpack([211, 47, 90, 128, 7, 255] * 15, 4)
def pack(values, width):
    limit = 2 ** width
    buffer = 0
    filled = 0
    out = []
    for i in range(len(values)):
        buffer = buffer * limit + values[i] % limit
        filled += width
        while filled >= 8:
            out.append((buffer >> (filled - 8)) & 255)
            filled -= 8
            buffer = buffer & ((1 << filled) - 1)
    return out


def unpack(data, width):
    bits = []
    for byte in data:
        for shift in (7, 6, 5, 4, 3, 2, 1, 0):
            bits.append((byte >> shift) & 1)
    values = []
    i = 0
    while i + width <= len(bits):
        value = 0
        for j in range(width):
            value = value * 2 + bits[i + j]
        values.append(value)
        i += width
    return values
