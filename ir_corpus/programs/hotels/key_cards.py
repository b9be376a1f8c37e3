# calls: encode([(i * 7 % 400 + 1, i % 31 + 1, i % 12 + 1, i % 3) for i in range(90)])
def checksum(bits):
    value = 0
    for i in range(len(bits)):
        value ^= bits[i] << (i % 8)
    return value & 255


def to_bits(number, width):
    bits = []
    for k in range(width):
        bits.append((number >> (width - 1 - k)) & 1)
    return bits


def from_bits(bits):
    number = 0
    for bit in bits:
        number = number * 2 + bit
    return number


def encode(cards):
    codes = []
    clashes = 0
    for room, day, month, floor in cards:
        bits = to_bits(room, 10) + to_bits(day, 5) + to_bits(month, 4) + to_bits(floor, 2)
        code = (from_bits(bits) << 8) + checksum(bits)
        if code in codes:
            clashes += 1
        codes.append(code)
    sums = {}
    for code in codes:
        sums[code & 255] = sums.get(code & 255, 0) + 1
    most = 0
    for value in sums.values():
        if value > most:
            most = value
    return [hex(code) for code in codes[:3]], clashes, most
