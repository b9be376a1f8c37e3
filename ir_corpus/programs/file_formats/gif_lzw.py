# calls: pack_rows([[(x * y // 5) % 4 for x in range(24)] for y in range(20)], 2), pack_rows([[1] * 9], 1), pack_rows([[0, 1, 2, 3]], 2)
def lzw(pixels, depth):
    clear = 1 << depth
    codes = {(i,): i for i in range(clear)}
    following = clear + 2
    size = depth + 1
    out = [(clear, size)]
    word = ()
    for pixel in pixels:
        longer = word + (pixel,)
        if longer in codes:
            word = longer
            continue
        out.append((codes[word], size))
        codes[longer] = following
        if following == 1 << size and size < 12:
            size += 1
        following += 1
        word = (pixel,)
    if word:
        out.append((codes[word], size))
    out.append((clear + 1, size))
    return out


def bits(codes):
    store = 0
    held = 0
    data = []
    for code, size in codes:
        store |= code << held
        held += size
        while held >= 8:
            data.append(store & 255)
            store >>= 8
            held -= 8
    if held:
        data.append(store)
    return data


def pack_rows(rows, depth):
    order = list(range(0, len(rows), 8)) + list(range(4, len(rows), 8))
    order += list(range(2, len(rows), 4)) + list(range(1, len(rows), 2))
    plain = bits(lzw([p for row in rows for p in row], depth))
    laced = bits(lzw([p for y in order for p in rows[y]], depth))
    blocks = [[len(plain[i:i + 255])] + plain[i:i + 255] for i in range(0, len(plain), 255)]
    return len(plain), len(laced), len(blocks), sum(plain) % 65521, plain[:6]
