# calls: code_points(list('Smørrebrød på ø, naïve café, 日本語 🙂'.encode('utf-8')) * 9)
# calls: code_points([0x41, 0xC3, 0x28, 0xE2, 0x82, 0x42])
def length_of(first):
    if first < 0x80:
        return 1
    if first >> 5 == 0b110:
        return 2
    if first >> 4 == 0b1110:
        return 3
    if first >> 3 == 0b11110:
        return 4
    return 0


def is_continuation(byte):
    return byte & 0xC0 == 0x80


def code_points(data):
    points = []
    errors = []
    i = 0
    while i < len(data):
        size = length_of(data[i])
        if size == 0 or i + size > len(data):
            errors.append(i)
            i += 1
            continue
        if size == 1:
            points.append(data[i])
            i += 1
            continue
        point = data[i] & (0xFF >> (size + 1))
        good = True
        for k in range(1, size):
            if not is_continuation(data[i + k]):
                good = False
                break
            point = (point << 6) | (data[i + k] & 0x3F)
        if good:
            points.append(point)
            i += size
        else:
            errors.append(i)
            i += 1
    widest = 0
    for point in points:
        widest = max(widest, point)
    return points, errors, widest
