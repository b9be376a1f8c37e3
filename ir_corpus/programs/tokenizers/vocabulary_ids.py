# calls: encode_all(['the cat sat on the mat', 'a dog and a cat', 'the end of the day', 'no cat no dog no mat'] * 18, 12, 8)
# calls: encode_all(['one two three'], 3, 5)
def build(sentences, limit):
    seen = []
    counts = {}
    for sentence in sentences:
        for word in sentence.split():
            if word not in seen:
                seen.append(word)
            counts[word] = counts.get(word, 0) + 1
    ordered = sorted(seen, key=lambda w: (-counts[w], w))
    ids = {'<pad>': 0, '<unk>': 1}
    for word in ordered[:limit]:
        ids[word] = len(ids)
    return ids


def encode(sentence, ids, width):
    row = []
    for word in sentence.split():
        if len(row) == width:
            break
        row.append(ids[word] if word in ids else ids['<unk>'])
    while len(row) < width:
        row.append(ids['<pad>'])
    return row


def encode_all(sentences, limit, width):
    ids = build(sentences, limit)
    rows = []
    unknown = 0
    for sentence in sentences:
        row = encode(sentence, ids, width)
        for value in row:
            if value == 1:
                unknown += 1
        rows.append(row)
    mask = [[1 if value != 0 else 0 for value in row] for row in rows]
    return rows, mask, unknown
