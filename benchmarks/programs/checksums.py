"""Check digits and checksums: Luhn, ISBN, Adler, Fletcher, a table-driven CRC, FNV."""


def make_data(length):
    data = []
    value = 1
    for i in range(length):
        value = (value * 75 + 74) % 65537
        data.append(value % 256)
    return bytes(data)


def luhn(number):
    digits = [int(d) for d in str(number)]
    total = 0
    for i, digit in enumerate(reversed(digits)):
        if i % 2 == 1:
            digit *= 2
            if digit > 9:
                digit -= 9
        total += digit
    return total % 10 == 0


def isbn13(code):
    code = code.replace("-", "")
    if len(code) != 13:
        return False
    total = 0
    for i in range(13):
        weight = 3 if i % 2 else 1
        total += weight * int(code[i])
    return total % 10 == 0


def adler32(data):
    a = 1
    b = 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


def fletcher16(data):
    sum1 = 0
    sum2 = 0
    for byte in data:
        sum1 = (sum1 + byte) % 255
        sum2 = (sum2 + sum1) % 255
    return (sum2 << 8) | sum1


def crc_table():
    table = []
    for n in range(256):
        c = n
        for _ in range(8):
            if c & 1:
                c = 0xEDB88320 ^ (c >> 1)
            else:
                c = c >> 1
        table.append(c)
    return table


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def fnv1a(data):
    h = 0x811C9DC5
    for byte in data:
        h ^= byte
        h = (h * 0x01000193) & 0xFFFFFFFF
    return h


def run():
    data = make_data(12000)
    table = crc_table()
    cards = [n for n in range(4000_1234_0000, 4000_1234_0600) if luhn(n)]
    books = ["978-0-306-40615-7", "978-0-306-40615-8", "978-3-16-148410-0", "12345"]
    return (
        len(cards),
        cards[-1],
        [isbn13(book) for book in books],
        hex(adler32(data)),
        hex(fletcher16(data)),
        hex(crc32(data, table)),
        hex(fnv1a(data)),
    )
