# calls: changes(' '.join('w%d' % (i * i % 23) for i in range(30)), ' '.join('w%d' % (i * i % 23 if i % 7 else i % 5) for i in range(28)))
# calls: changes('the cat sat', 'the dog sat down'), changes('', 'a')
def longest(a, b):
    best = (0, 0, 0)
    for i in range(len(a)):
        for j in range(len(b)):
            size = 0
            while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
                size += 1
            if size > best[2]:
                best = (i, j, size)
    return best


def blocks(a, b, i0=0, j0=0):
    if len(a) == 0 or len(b) == 0:
        return []
    i, j, size = longest(a, b)
    if size == 0:
        return []
    before = blocks(a[:i], b[:j], i0, j0)
    after = blocks(a[i + size:], b[j + size:], i0 + i + size, j0 + j + size)
    return before + [(i0 + i, j0 + j, size)] + after


def changes(old, new):
    a = old.split()
    b = new.split()
    shown = []
    i = j = 0
    for bi, bj, size in blocks(a, b) + [(len(a), len(b), 0)]:
        if bi > i:
            shown.append('[-' + ' '.join(a[i:bi]) + '-]')
        if bj > j:
            shown.append('{+' + ' '.join(b[j:bj]) + '+}')
        if size > 4:
            shown += [a[bi], '...', a[bi + size - 1]]
        else:
            shown += a[bi:bi + size]
        i = bi + size
        j = bj + size
    same = sum(block[2] for block in blocks(a, b))
    return ' '.join(shown), 2 * same / max(1, len(a) + len(b))
