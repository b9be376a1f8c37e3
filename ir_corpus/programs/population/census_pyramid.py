# calls: pyramid('\n'.join('%d %s %d' % (i * 13 % 97, 'mf'[i % 2], 100 + i * 31 % 170) for i in range(240)), 10)
# calls: pyramid('3 m 12\n4 f 11\n# note\n\n70 f 9\nbad line', 5), pyramid('12 m 40\n17 f 55\n' * 100, 20)
def parse_line(line):
    words = line.split()
    if len(words) != 3 or not words[0].isdigit() or not words[2].isdigit():
        return None
    if words[1] not in ['m', 'f']:
        return None
    return int(words[0]), words[1], int(words[2])


def bar(count, largest, width):
    if largest == 0:
        return ''
    return '=' * (count * width // largest)


def pyramid(text, step):
    bands = {}
    skipped = 0
    for line in text.split('\n'):
        record = parse_line(line)
        if record is None:
            if line.strip() != '':
                skipped += 1
            continue
        age, sex, count = record
        low = age - age % step
        if (low, sex) in bands:
            bands[(low, sex)] += count
        else:
            bands[(low, sex)] = count
    lines = []
    top = max(low for low, _ in bands)
    largest = max(bands.values())
    low = top
    while low >= 0:
        men = bar(bands.get((low, 'm'), 0), largest, 20)
        women = bar(bands.get((low, 'f'), 0), largest, 20)
        lines.append(men.rjust(20) + ' ' + str(low).center(4) + ' ' + women)
        low -= step
    young = sum(n for (low, _), n in bands.items() if low < 20)
    old = sum(n for (low, _), n in bands.items() if low >= 65)
    return lines, skipped, round((young + old) / sum(bands.values()), 3)
