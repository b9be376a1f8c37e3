# calls: compress('abracadabra abracadabra alakazam', 12)
def longest_match(text, position, window):
    best_length = 0
    best_offset = 0
    start = max(0, position - window)
    for candidate in range(start, position):
        length = 0
        while position + length < len(text) and text[candidate + length] == text[position + length]:
            length += 1
        if length > best_length:
            best_length = length
            best_offset = position - candidate
    return best_length, best_offset


def compress(text, window):
    out = []
    i = 0
    while i < len(text):
        length, offset = longest_match(text, i, window)
        if length >= 3:
            out.append((offset, length))
            i += length
        else:
            out.append((0, ord(text[i])))
            i += 1
    return out
