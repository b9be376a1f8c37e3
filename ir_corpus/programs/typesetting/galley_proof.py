# calls: proof('It was a dark night and teh rain fell  in torrents ,except at occasional intervals.Then nothing' * 5, 'It was a dark night and the rain fell in torrents, except at occasional intervals. Then nothing' * 5)
# calls: proof('same', 'same'), proof('', 'all')
def common_prefix(a, b):
    n = 0
    while n < len(a) and n < len(b) and a[n] == b[n]:
        n += 1
    return n


def resync(a, b, i, j, window):
    for total in range(1, 2 * window):
        for da in range(total + 1):
            db = total - da
            left = a[i + da:i + da + 4]
            right = b[j + db:j + db + 4]
            if left == right and left != '':
                return da, db
    return len(a) - i, len(b) - j


def proof(galley, copy):
    i = 0
    j = 0
    corrections = []
    while i < len(galley) or j < len(copy):
        n = common_prefix(galley[i:], copy[j:])
        i += n
        j += n
        if i >= len(galley) and j >= len(copy):
            break
        da, db = resync(galley, copy, i, j, 8)
        wrong = galley[i:i + da]
        right = copy[j:j + db]
        if wrong == '':
            corrections.append('%d insert %r' % (i, right))
        elif right == '':
            corrections.append('%d delete %r' % (i, wrong))
        else:
            corrections.append('%d %r -> %r' % (i, wrong, right))
        i += da
        j += db
    return len(corrections), corrections
