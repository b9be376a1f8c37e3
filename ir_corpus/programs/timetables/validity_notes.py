# calls: expand(['801 Mo-Fr 0815', '803 Mo,We,Fr 1230', '805 Sa-Mo 2250', '807 daily 0005', '809 Mo-Sa not Th 1745', '811 Sx 99'] * 6, 2)
# calls: expand(['1 Su 0000'], 1)
DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']


def day_set(text):
    if text == 'daily':
        return [True] * 7
    flags = [False] * 7
    for piece in text.split(','):
        ends = piece.split('-')
        if ends[0] not in DAYS or ends[-1] not in DAYS:
            return None
        i = DAYS.index(ends[0])
        while i != DAYS.index(ends[-1]):
            flags[i] = True
            i = (i + 1) % 7
        flags[i] = True
    return flags


def running(words):
    flags = day_set(words[1])
    if flags is None:
        return None
    if 'not' in words:
        without = day_set(words[words.index('not') + 1])
        flags = [f and not w for f, w in zip(flags, without)]
    return flags


def expand(lines, weeks):
    runs = []
    wrong = []
    for line in lines:
        words = line.split()
        flags = running(words)
        if flags is None or len(words[-1]) != 4:
            wrong.append(words[0])
            continue
        minute = int(words[-1][:2]) * 60 + int(words[-1][2:])
        for day in range(7 * weeks):
            if flags[day % 7]:
                runs.append((day * 1440 + minute, words[0]))
    runs.sort()
    gap = 0
    for a, b in zip(runs, runs[1:]):
        if b[0] - a[0] > gap:
            gap = b[0] - a[0]
    busiest = max(DAYS, key=lambda d: len([r for r in runs if r[0] // 1440 % 7 == DAYS.index(d)]))
    return len(runs), wrong, gap, busiest
