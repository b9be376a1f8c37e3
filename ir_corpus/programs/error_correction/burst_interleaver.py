# calls: scratch_disc([i * 13 % 8 for i in range(96)], 6, 30, 11), scratch_disc([1, 2, 3, 4], 2, 0, 1)
# calls: scratch_disc([i % 8 for i in range(240)], 12, 100, 25)
def protect(data):
    words = []
    for i in range(0, len(data), 4):
        group = data[i:i + 4]
        while len(group) < 4:
            group.append(0)
        check = group[0] ^ group[1] ^ group[2] ^ group[3]
        words.append(group + [check])
    return words


def interleave(words, depth):
    stream = []
    for start in range(0, len(words), depth):
        block = words[start:start + depth]
        for position in range(5):
            for word in block:
                stream.append(word[position])
    return stream


def deinterleave(stream, depth, count):
    words = [[] for _ in range(count)]
    at = 0
    for start in range(0, count, depth):
        height = min(depth, count - start)
        for position in range(5):
            for k in range(height):
                words[start + k].append(stream[at])
                at += 1
    return words


def recover(word):
    if word.count(None) > 1:
        return None
    if None in word:
        hole = word.index(None)
        value = 0
        for v in word:
            if v is not None:
                value ^= v
        word = word[:hole] + [value] + word[hole + 1:]
    return word[:4]


def scratch_disc(data, depth, start, length):
    words = protect(data)
    result = []
    for d in (1, depth):
        stream = interleave(words, d)
        for i in range(start, min(start + length, len(stream))):
            stream[i] = None
        back = [recover(w) for w in deinterleave(stream, d, len(words))]
        lost = [i for i, w in enumerate(back) if w is None]
        good = sum(4 for a, b in zip(words, back) if b == a[:4])
        result.append((d, len(lost), lost[:3], good))
    return result
