# calls: pack([i * i * 37 - 900 for i in range(200)]), unpack(pack([(-1) ** i * i * 301 for i in range(150)]))
def zigzag(n):
    return n * 2 if n >= 0 else -n * 2 - 1


def unzigzag(n):
    if n % 2 == 0:
        return n // 2
    return -(n + 1) // 2


def pack(numbers):
    out = []
    for number in numbers:
        rest = zigzag(number)
        while rest >= 128:
            out.append(rest % 128 + 128)
            rest = rest // 128
        out.append(rest)
    return out


def unpack(data):
    numbers = []
    position = 0
    while position < len(data):
        value = 0
        shift = 0
        while data[position] >= 128:
            value += (data[position] - 128) * 2 ** shift
            shift += 7
            position += 1
        value += data[position] * 2 ** shift
        position += 1
        numbers.append(unzigzag(value))
    lengths = {}
    for number in numbers:
        size = (max(1, zigzag(number).bit_length()) + 6) // 7
        lengths[size] = lengths.get(size, 0) + 1
    return numbers, lengths
