# calls: checksums(bytes(range(256)) * 6, 32), rebuild([b'ab' * (i % 5) for i in range(120)], 16)
def chunks(data, size):
    for start in range(0, len(data), size):
        yield data[start:start + size]


def fletcher(chunk):
    low = 0
    high = 0
    for byte in chunk:
        low = (low + byte) % 255
        high = (high + low) % 255
    return high * 256 + low


def checksums(data, size):
    sums = []
    for chunk in chunks(data, size):
        sums.append(fletcher(chunk))
    repeated = 0
    for i in range(len(sums)):
        if sums[i] in sums[:i]:
            repeated += 1
    return sums, repeated


def rebuild(pieces, size):
    buffer = b''
    blocks = []
    for piece in pieces:
        buffer += piece
        while len(buffer) >= size:
            blocks.append(buffer[:size])
            buffer = buffer[size:]
    if len(buffer) > 0:
        blocks.append(buffer + b'\0' * (size - len(buffer)))
    return len(blocks), sum(fletcher(block) for block in blocks)
