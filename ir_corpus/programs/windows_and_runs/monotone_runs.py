# calls: describe([(i * 19 + i * i // 3) % 41 for i in range(300)]), describe([1, 2, 3]), describe([2, 2])
def direction(a, b):
    if b > a:
        return 1
    if b < a:
        return -1
    return 0


def split_runs(values):
    pieces = [[values[0]]]
    way = 0
    for v in values[1:]:
        d = direction(pieces[-1][-1], v)
        if d == way or way == 0 or d == 0:
            pieces[-1].append(v)
            if d != 0:
                way = d
        else:
            pieces.append([v])
            way = 0
    return pieces


def merge_two(a, b):
    out = []
    while a and b:
        if a[0] <= b[0]:
            out.append(a[0])
            a = a[1:]
        else:
            out.append(b[0])
            b = b[1:]
    return out + a + b


def natural_sort(values):
    pieces = []
    for piece in split_runs(values):
        if piece[0] > piece[-1]:
            piece = piece[::-1]
        pieces.append(piece)
    rounds = 0
    while len(pieces) > 1:
        rounds += 1
        half = []
        for k in range(0, len(pieces), 2):
            if k + 1 < len(pieces):
                half.append(merge_two(pieces[k], pieces[k + 1]))
            else:
                half.append(pieces[k])
        pieces = half
    return pieces[0], rounds


def describe(values):
    pieces = split_runs(values)
    ordered, rounds = natural_sort(values)
    lengths = [len(p) for p in pieces]
    return len(pieces), max(lengths), rounds, ordered[:3], ordered[-1], all(x <= y for x, y in zip(ordered, ordered[1:]))
