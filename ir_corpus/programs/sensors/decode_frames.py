# calls: decode([0x7E, 3, 10, 200, 44, 254, 1, 0x7E, 2, 1, 1, 2, 9, 0x7E, 9, 1] * 8), decode([1, 2, 3])
def signed(high, low):
    value = high * 256 + low
    if value >= 32768:
        value -= 65536
    return value


def decode(stream):
    readings = []
    skipped = 0
    errors = []
    i = 0
    while i < len(stream):
        if stream[i] != 0x7E:
            skipped += 1
            i += 1
            continue
        try:
            length = stream[i + 1]
            body = stream[i + 2:i + 2 + length]
            if len(body) < length:
                raise IndexError('short frame')
            check = stream[i + 2 + length]
        except IndexError as problem:
            errors.append((i, str(problem)))
            break
        if sum(body) % 256 == check:
            if length >= 2:
                readings.append(signed(body[0], body[1]) / 16)
            i += length + 3
        else:
            errors.append((i, 'checksum ' + hex(sum(body) % 256) + ' is not ' + hex(check)))
            i += 1
    high = None
    for reading in readings:
        if high is None or reading > high:
            high = reading
    return readings, high, skipped, errors
