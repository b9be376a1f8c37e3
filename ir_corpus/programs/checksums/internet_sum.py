# calls: find_flips([(i * 257 + 13) % 256 for i in range(24)])
def checksum(data):
    total = 0
    for i in range(0, len(data), 2):
        word = data[i] * 256
        if i + 1 < len(data):
            word += data[i + 1]
        total += word
        if total > 0xFFFF:
            total = (total & 0xFFFF) + 1
    return total ^ 0xFFFF


def find_flips(data):
    good = checksum(data)
    unnoticed = []
    noticed = 0
    for first in range(0, len(data), 3):
        for bit in range(8):
            copy = data[:]
            copy[first] = copy[first] ^ (1 << bit)
            other = (first + 2) % len(data)
            copy[other] = copy[other] ^ (1 << bit)
            if checksum(copy) == good:
                unnoticed.append((first, bit))
            else:
                noticed += 1
    return good, unnoticed, noticed / (noticed + len(unnoticed))
