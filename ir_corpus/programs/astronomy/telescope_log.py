# calls: seeing_report('\n'.join('2024-%02d-%02d;%s;%d.%d' % (i % 12 + 1, i % 28 + 1, ['M31', 'M13', 'NGC7000'][i % 3], i % 3, i % 10) for i in range(150)))
# calls: seeing_report('2024-01-01;M1;0.8\nbroken line\n\n2024-02-30;M1;x')
def parse_log(text):
    good, bad = [], 0
    for line in text.split('\n'):
        line = line.strip()
        if line == '':
            continue
        parts = line.split(';')
        if len(parts) != 3:
            bad += 1
            continue
        try:
            good.append((parts[0], parts[1], float(parts[2])))
        except ValueError:
            bad += 1
    return good, bad


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def seeing_report(text):
    nights, bad = parse_log(text)
    objects = []
    for date, name, seeing in nights:
        if name not in objects:
            objects.append(name)
    report = ''
    for name in objects:
        values = [seeing for date, other, seeing in nights if other == name]
        best = min(values)
        months = ''
        for date, other, seeing in nights:
            if other == name and seeing == best:
                if date[5:7] not in months:
                    months += date[5:7] + ' '
        report += f'{name}: median {median(values):.2f}, best {best} in {months.strip()}\n'
    return report, bad
