# calls: judge_all(['8 1 6/3 5 7/4 9 2', '2 7 6/9 5 1/4 3 9', '16 3 2 13/5 10 11 8/9 6 7 12/4 15 14 1', '1 2/3', '4 x/1 2'] * 8)
# calls: judge_all(['1']), judge_all(['/'.join(' '.join(str((r * 5 + c * 7) % 49 + 1) for c in range(7)) for r in range(7))] * 6)
def read(text):
    rows = []
    for line in text.split('/'):
        words = line.split()
        for w in words:
            if not w.isdigit():
                raise ValueError('not a number: ' + w)
        rows.append([int(w) for w in words])
    for row in rows:
        if len(row) != len(rows):
            raise ValueError('not square')
    return rows


def lines(square):
    n = len(square)
    for i in range(n):
        yield 'row %d' % (i + 1), square[i]
    for j in range(n):
        yield 'column %d' % (j + 1), [row[j] for row in square]
    yield 'diagonal', [square[i][i] for i in range(n)]
    yield 'other diagonal', [square[i][-1 - i] for i in range(n)]


def repeated(square):
    flat = sum(square, [])
    for v in flat:
        if flat.count(v) > 1:
            return v
    return None


def judge(text):
    try:
        square = read(text)
    except ValueError as problem:
        return 'unreadable, ' + str(problem)
    goal = sum(square[0])
    wrong = [name for name, values in lines(square) if sum(values) != goal]
    twice = repeated(square)
    if wrong:
        return 'wrong: ' + ', '.join(wrong)
    if twice is not None:
        return 'semi: %d twice' % twice
    flat = sorted(v for row in square for v in row)
    return ('normal' if flat == list(range(1, len(flat) + 1)) else 'magic') + ' %d' % goal


def judge_all(texts):
    return [judge(t) for t in texts]
