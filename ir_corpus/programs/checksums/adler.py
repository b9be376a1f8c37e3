# calls: adler32([(i * i + 7) % 256 for i in range(1500)]), fletcher16(list(range(250)) * 7)
# calls: rolling([(i * 17) % 256 for i in range(200)], 16)
BASE = 65521


def combine(high, low):
    return (high << 16) | low


def adler32(data):
    a = 1
    b = 0
    for byte in data:
        a = (a + byte) % BASE
        b = (b + a) % BASE
    return combine(b, a)


def fletcher16(data):
    low = 0
    high = 0
    for i in range(len(data)):
        low = (low + data[i]) % 255
        high = (high + low) % 255
    return high * 256 + low


def rolling(data, width):
    sums = []
    for start in range(len(data) - width + 1):
        a = 0
        b = 0
        for k in range(width):
            a += data[start + k]
            b += (width - k) * data[start + k]
        sums.append(combine(b % 65536, a % 65536))
    repeated = 0
    for i in range(1, len(sums)):
        if sums[i] == sums[i - 1]:
            repeated += 1
    return sums, repeated
