# calls: roundtrip('aaaabbbccdaaaaaaaxyzzzzz' * 10)
def encode(text):
    pairs = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        pairs.append((text[i], j - i))
        i = j
    return pairs


def decode(pairs):
    text = ''
    for pair in pairs:
        letter = pair[0]
        times = pair[1]
        for _ in range(times):
            text += letter
    return text


def roundtrip(text):
    pairs = encode(text)
    again = decode(pairs)
    return len(pairs), again == text
