# calls: table_driven(900, 0xEDB88320), table_driven(20, 0x82F63B78)
def entry(index, polynomial):
    value = index
    for _ in range(8):
        if value % 2 == 1:
            value = value // 2 ^ polynomial
        else:
            value = value // 2
    return value


def table_driven(length, polynomial):
    table = []
    for i in range(64):
        table.append(entry(i * 4, polynomial))
    crc = 0xFFFFFFFF
    touched = [0] * 64
    for n in range(length):
        byte = (n * 7 + n // 3) % 256
        slot = (crc ^ byte) % 64
        touched[slot] = touched[slot] + 1
        crc = table[slot] ^ (crc >> 8)
    unused = 0
    for k in range(64):
        if touched[k] == 0:
            unused += 1
    most = 0
    for count in touched:
        most = max(most, count)
    return crc ^ 0xFFFFFFFF, unused, most, sum(1 for x in table if x > 2 ** 31)
