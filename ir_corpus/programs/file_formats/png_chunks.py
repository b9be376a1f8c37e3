# calls: inspect(build([('IHDR', [0, 0, 0, 16, 0, 0, 0, 9, 8, 2, 0, 0, 0]), ('IDAT', [i * 37 % 256 for i in range(160)]), ('tEXt', [84, 105, 0, 72, 105]), ('IEND', [])]))
# calls: inspect(build([('IEND', [])])), inspect([1, 2, 3])
SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]


def crc(data):
    c = 0xffffffff
    for byte in data:
        c ^= byte
        for _ in range(8):
            c = (c >> 1) ^ 0xedb88320 if c & 1 else c >> 1
    return c ^ 0xffffffff


def big_endian(number):
    return [number >> 24 & 255, number >> 16 & 255, number >> 8 & 255, number & 255]


def number(data):
    total = 0
    for byte in data:
        total = total * 256 + byte
    return total


def build(chunks):
    out = list(SIGNATURE)
    for name, body in chunks:
        payload = [ord(c) for c in name] + body
        out += big_endian(len(body)) + payload + big_endian(crc(payload))
    return out


def inspect(data):
    if data[:8] != SIGNATURE:
        return 'not a picture'
    at = 8
    found = []
    while at < len(data):
        size = number(data[at:at + 4])
        name = ''.join(chr(b) for b in data[at + 4:at + 8])
        body = data[at + 8:at + 8 + size]
        good = crc(data[at + 4:at + 8 + size]) == number(data[at + 8 + size:at + 12 + size])
        extra = None
        if name == 'IHDR':
            extra = number(body[:4]), number(body[4:8]), body[8]
        elif name == 'tEXt':
            cut = body.index(0)
            extra = bytes(body[:cut]).decode() + '=' + bytes(body[cut + 1:]).decode()
        found.append((name, size, good, extra))
        at += 12 + size
    return found
