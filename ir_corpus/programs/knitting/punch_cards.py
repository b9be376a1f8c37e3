# calls: cards([''.join('X' if (r * c + r + c) % 5 < 2 else '.' for c in range(24)) for r in range(30)]), cards(['X' * 24])
def pack(row):
    bits = 0
    for ch in row:
        bits = bits << 1 | (1 if ch == 'X' else 0)
    return bits


def unpack(bits, width):
    return ''.join('X' if bits >> (width - 1 - i) & 1 else '.' for i in range(width))


def rotate(bits, width, by):
    mask = (1 << width) - 1
    return (bits << by | bits >> (width - by)) & mask


def mirror(bits, width):
    out = 0
    for i in range(width):
        if bits & (1 << i):
            out |= 1 << (width - 1 - i)
    return out


def cards(rows):
    width = len(rows[0])
    punched = [pack(row) for row in rows]
    distinct = []
    order = []
    for bits in punched:
        for number, (known, flipped) in enumerate(distinct):
            if bits == known:
                order.append((number, ''))
                break
            if bits == flipped:
                order.append((number, 'm'))
                break
        else:
            distinct.append((bits, mirror(bits, width)))
            order.append((len(distinct) - 1, ''))
    shifts = []
    for a, b in zip(punched, punched[1:]):
        shifts.append(next((by for by in range(1, width) if rotate(a, width, by) == b), -1))
    holes = sum(bin(bits).count('1') for bits in punched)
    return len(distinct), order, shifts, holes, unpack(punched[0] ^ punched[-1], width)
