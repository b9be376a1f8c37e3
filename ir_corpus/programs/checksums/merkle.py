# calls: proofs(['tx %d pays %d' % (i, i * i % 41) for i in range(21)])
def digest(text):
    value = 17
    for c in text:
        value = (value * 131 + ord(c)) % 1000000007
    return value


def join(left, right):
    return (left * 37 + right * 101 + 7) % 1000000007


def levels_of(leaves):
    levels = [leaves]
    while len(levels[-1]) > 1:
        below = levels[-1]
        level = []
        for i in range(0, len(below), 2):
            right = below[i + 1] if i + 1 < len(below) else below[i]
            level.append(join(below[i], right))
        levels.append(level)
    return levels


def proofs(texts):
    levels = levels_of([digest(text) for text in texts])
    root = levels[-1][0]
    steps = 0
    verified = []
    for index in range(len(texts)):
        value = digest(texts[index])
        at = index
        for level in levels[:-1]:
            sibling = min(at ^ 1, len(level) - 1)
            if at % 2 == 0:
                value = join(value, level[sibling])
            else:
                value = join(level[sibling], value)
            at //= 2
            steps += 1
        verified.append(value == root)
    return root, all(v for v in verified), steps
