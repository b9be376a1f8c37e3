# calls: compare([(i * 73 + 5) % 256 for i in range(25)])
PARAMETERS = [('ccitt', 16, 0x1021, 0xFFFF, 0), ('xmodem', 16, 0x1021, 0, 0), ('smbus', 8, 0x07, 0, 0),
              ('itu', 8, 0x07, 0, 0x55)]


def top_bit(value, width):
    return value & (1 << (width - 1)) != 0


def crc(data, width, polynomial, start, final):
    register = start
    for byte in data:
        register ^= byte << (width - 8)
        for _ in range(8):
            if top_bit(register, width):
                register = ((register << 1) ^ polynomial) & ((1 << width) - 1)
            else:
                register = (register << 1) & ((1 << width) - 1)
    return register ^ final


def compare(data):
    results = {}
    for name, width, polynomial, start, final in PARAMETERS:
        plain = crc(data, width, polynomial, start=start, final=final)
        damaged = crc(data[:-1] + [data[-1] ^ 4], width, polynomial, start=start, final=final)
        results[name] = (plain, damaged, plain != damaged)
    return results
