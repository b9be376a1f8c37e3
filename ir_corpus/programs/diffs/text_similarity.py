# calls: clusters(['the quick brown fox %d jumps' % (i % 5) if i % 2 else 'invoice number %d is due' % (i * 3) for i in range(14)], 0.75)
# calls: clusters(['a', 'b'], 0.5), clusters(['same', 'same', 'sane'], 0.7)
def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = 0 if x == y else 1
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[-1]


def bigrams(text):
    return [text[i:i + 2] for i in range(len(text) - 1)]


def dice(a, b):
    left = bigrams(a)
    right = bigrams(b)
    if not left and not right:
        return 1.0
    shared = 0
    pool = right[:]
    for pair in left:
        if pair in pool:
            pool.remove(pair)
            shared += 1
    return 2 * shared / (len(left) + len(right))


def clusters(texts, threshold):
    groups = []
    edits = 0
    for text in texts:
        for group in groups:
            if dice(text, group[0]) >= threshold:
                if text != group[-1]:
                    edits += edit_distance(text, group[-1])
                group.append(text)
                break
        else:
            groups.append([text])
    return [len(g) for g in groups], edits, [g[0] for g in groups]
