# calls: digest('\n'.join('%02d:%02d  %s' % (i // 4, i % 4 * 15, '-' if i % 29 == 3 else str(180 + i * 7 % 40 - (i == 50) * 400)) for i in range(96)), 200, 6)
# calls: digest('00:00 5', 3, 2), digest('', 1, 1)
def read(text):
    values = []
    for line in text.splitlines():
        parts = line.split()
        if len(parts) != 2:
            continue
        time, value = parts
        hours, minutes = time.split(':')
        when = int(hours) * 60 + int(minutes)
        if value == '-':
            values.append([when, None])
        else:
            values.append([when, int(value)])
    return values


def mend(values):
    fixed = 0
    for i in range(len(values)):
        bad = values[i][1] is None or values[i][1] < 0
        if bad:
            j = i - 1
            while j >= 0 and values[j][1] is None:
                j -= 1
            k = i + 1
            while k < len(values) and (values[k][1] is None or values[k][1] < 0):
                k += 1
            if j >= 0 and k < len(values):
                values[i][1] = values[j][1] + (values[k][1] - values[j][1]) * (i - j) // (k - j)
            elif j >= 0:
                values[i][1] = values[j][1]
            fixed += 1
    return fixed


def trend(values, i, span):
    if i < span:
        return '?'
    change = values[i][1] - values[i - span][1]
    if change > 5:
        return '/'
    elif change < -5:
        return '\\'
    return '-'


def digest(text, limit, span):
    values = read(text)
    fixed = mend(values)
    arrows = ''
    above = 0
    for i in range(len(values)):
        arrows += trend(values, i, span)
        if values[i][1] > limit:
            above += 15
    runs = []
    for ch in arrows:
        if runs and runs[-1][0] == ch:
            runs[-1][1] += 1
        else:
            runs.append([ch, 1])
    return arrows, fixed, above, max([n for ch, n in runs if ch == '/'], default=0)
