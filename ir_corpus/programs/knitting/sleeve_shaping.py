# calls: shape_all(list(range(40, 76)), 22, 30, 45), shape_all([38], 20, 28, 42), shape_all([], 1, 1, 1)
def shape(cast_on, final, rows):
    pairs = (final - cast_on) // 2
    if pairs <= 0:
        return []
    every = rows // pairs
    extra = rows - every * pairs
    if every % 2 == 1:
        every -= 1
        extra += pairs
    plan = []
    row = 0
    for k in range(pairs):
        row += every
        if extra >= 2:
            row += 2
            extra -= 2
        plan.append(row)
    return plan


def summary(plan):
    groups = []
    last = 0
    for row in plan:
        gap = row - last
        last = row
        if len(groups) > 0 and groups[-1][0] == gap:
            groups[-1][1] += 1
        else:
            groups.append([gap, 1])
    return groups


def stitches(cm, gauge):
    n = int(cm * gauge / 10 + 0.5)
    if n % 2 != 0:
        n += 1
    return n


def shape_all(sizes, gauge, row_gauge, length):
    answer = {}
    for size in sizes:
        wrist = stitches(size * 0.25, gauge)
        arm = stitches(size * 0.38, gauge)
        rows = int(length * row_gauge / 10)
        groups = summary(shape(wrist, arm, rows))
        text = ''
        for gap, times in groups:
            if text != '':
                text += ', then '
            text += 'every %d rows %d times' % (gap, times)
        answer[size] = (wrist, arm, text)
    return answer
