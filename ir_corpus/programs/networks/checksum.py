# calls: checksum(list(range(0, 250, 3)))
def checksum(data):
    total = 0
    i = 0
    while i < len(data):
        low = data[i + 1] if i + 1 < len(data) else 0
        total += data[i] * 256 + low
        if total > 65535:
            total = (total & 65535) + 1
        i += 2
    parity = 0
    for byte in data:
        for bit in range(8):
            if byte >> bit & 1 == 1:
                parity = 1 - parity
    return 65535 - total, parity
