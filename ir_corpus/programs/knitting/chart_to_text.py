# calls: instructions(['kkppkkyo'[i % 3:] .replace('yo', 'o/') + 'pkkp/ok' * (i % 4 + 1) for i in range(60)], False), instructions(['kkkk', 'pppp'], True), instructions([], True)
NAMES = {'k': 'k', 'p': 'p', 'o': 'yo', '/': 'k2tog', '\\': 'ssk'}
FLIP = {'k': 'p', 'p': 'k', '/': '/', '\\': '\\', 'o': 'o'}


def runs(row):
    result = []
    i = 0
    while i < len(row):
        stitch = row[i]
        count = 1
        while i + count < len(row) and row[i + count] == stitch:
            count += 1
        result.append((stitch, count))
        i += count
    return result


def shortest_repeat(row):
    for size in range(1, len(row) // 2 + 1):
        if len(row) % size == 0 and row[:size] * (len(row) // size) == row:
            return row[:size], len(row) // size
    return row, 1


def spell(row):
    words = []
    for stitch, count in runs(row):
        if stitch in 'kp':
            words.append(NAMES[stitch] + str(count))
        elif count == 1:
            words.append(NAMES[stitch])
        else:
            words.append('(' + NAMES[stitch] + ') x' + str(count))
    return ', '.join(words)


def instructions(chart, in_the_round):
    lines = []
    for number, row in enumerate(chart, start=1):
        if not in_the_round and number % 2 == 0:
            row = ''.join(FLIP[s] for s in reversed(row))
        part, times = shortest_repeat(row)
        if times > 1:
            text = '*' + spell(part) + '* ' + str(times) + ' times'
        else:
            text = spell(part)
        if lines and text == lines[-1][1]:
            lines[-1] = (lines[-1][0], text, number)
        else:
            lines.append((number, text, number))
    return ['Row %d: %s' % (a, t) if a == b else 'Rows %d-%d: %s' % (a, b, t) for a, t, b in lines]
