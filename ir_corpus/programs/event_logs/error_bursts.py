# calls: bursts(['%02d:%02d:%02d %s disk%d' % (i // 60 % 24, i % 60, i * 7 % 60, ['INFO', 'ERROR', 'WARN'][i * i % 3], i % 4) for i in range(260)], 3), bursts(['00:00:00 ERROR x'], 1)
def to_seconds(clock):
    h = int(clock[0:2])
    m = int(clock[3:5])
    s = int(clock[6:8])
    return h * 3600 + m * 60 + s


def parse(line):
    parts = line.split(' ')
    return to_seconds(parts[0]), parts[1], parts[2]


def bursts(lines, least):
    errors = []
    for line in lines:
        at, level, source = parse(line)
        if level == 'ERROR':
            errors.append((at, source))
    errors.sort()
    found = []
    i = 0
    while i < len(errors):
        j = i
        while j + 1 < len(errors) and errors[j + 1][0] - errors[j][0] <= 90:
            j = j + 1
        if j - i + 1 >= least:
            names = []
            for k in range(i, j + 1):
                if errors[k][1] not in names:
                    names.append(errors[k][1])
            found.append((errors[i][0], errors[j][0], j - i + 1, names))
        i = j + 1
    return found, len(errors)
