# calls: absences([('p%d' % (i % 15), i // 15, 'PPPPLPAPE'[i * 4 % 9]) for i in range(150)], 10)
def absences(entries, days):
    names = []
    for name, day, mark in entries:
        if name not in names:
            names.append(name)
    names.sort()
    warnings = []
    rates = []
    for name in names:
        marks = ['-'] * days
        for who, day, mark in entries:
            if who == name:
                marks[day] = mark
        row = ''.join(marks)
        missed = row.count('A') + row.count('E')
        late = row.count('L')
        rates.append(1 - missed / days)
        if 'AA' in row or late >= 3:
            warnings.append(f"{name}: {row}")
        elif missed > days * 0.3:
            warnings.append(f"{name}: {missed} of {days} days")
    average = 0.0
    for rate in rates:
        average += rate / len(rates)
    return average, warnings
