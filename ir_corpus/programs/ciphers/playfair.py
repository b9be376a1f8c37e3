# calls: encipher('instrumentsarereadytobetestedattheoldmillnow' * 3, 'monarchy')
def key_square(keyword):
    letters = []
    for c in keyword + 'abcdefghijklmnopqrstuvwxyz':
        if c == 'j':
            c = 'i'
        if c not in letters:
            letters.append(c)
    return [letters[5 * i:5 * i + 5] for i in range(5)]


def locate(square, letter):
    for r in range(5):
        for c in range(5):
            if square[r][c] == letter:
                return r, c
    return None


def digraphs(text):
    pairs = []
    i = 0
    while i < len(text):
        first = text[i]
        second = text[i + 1] if i + 1 < len(text) else 'x'
        if first == second:
            second = 'x'
            i += 1
        else:
            i += 2
        pairs.append((first, second))
    return pairs


def encipher(text, keyword):
    square = key_square(keyword)
    out = ''
    for a, b in digraphs(text):
        ra, ca = locate(square, a)
        rb, cb = locate(square, b)
        if ra == rb:
            out += square[ra][(ca + 1) % 5] + square[rb][(cb + 1) % 5]
        elif ca == cb:
            out += square[(ra + 1) % 5][ca] + square[(rb + 1) % 5][cb]
        else:
            out += square[ra][cb] + square[rb][ca]
    return out
