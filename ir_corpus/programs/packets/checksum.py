# calls: verify([[(i * j + 7) % 256 for j in range(24)] for i in range(20)]), verify([[255, 255], [0, 0], [1, 2, 3]])
def checksum(data):
    total = 0
    i = 0
    while i < len(data):
        if i + 1 < len(data):
            total += data[i] * 256 + data[i + 1]
        else:
            total += data[i] * 256
        i += 2
    while total > 0xFFFF:
        total = total % 65536 + total // 65536
    return 0xFFFF - total


def flip(data, place):
    changed = list(data)
    changed[place] = 255 - changed[place]
    return changed


def verify(packets):
    missed = 0
    same = {}
    for packet in packets:
        value = checksum(packet)
        if checksum(list(packet) + [0]) != value and len(packet) % 2 == 0:
            missed += 1
        for place in range(0, len(packet), 5):
            if checksum(flip(packet, place)) == value:
                missed += 1
        key = hex(value)
        if key not in same:
            same[key] = []
        same[key].append(len(packet))
    return missed, {key: same[key] for key in same if len(same[key]) > 1}
