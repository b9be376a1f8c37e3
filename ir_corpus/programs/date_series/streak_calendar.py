# calls: streaks([i * i % 97 + i // 3 for i in range(180)], 260), streaks([1, 2, 3, 7, 8, 20], 20)
def logged(days, day):
    return day in days


def streaks(days, until):
    best = 0
    best_start = -1
    current = 0
    all_runs = []
    for day in range(until + 1):
        if logged(days, day):
            current += 1
            if current > best:
                best = current
                best_start = day - current + 1
        else:
            if current > 0:
                all_runs.append(current)
            current = 0
    if current > 0:
        all_runs.append(current)
    return best, best_start, all_runs, calendar_rows(days, until)


def calendar_rows(days, until):
    rows = []
    row = ''
    for day in range(until + 1):
        if logged(days, day):
            row += 'X'
        else:
            row += '.'
        if len(row) == 28:
            rows.append(row)
            row = ''
    if row != '':
        rows.append(row)
    return rows
