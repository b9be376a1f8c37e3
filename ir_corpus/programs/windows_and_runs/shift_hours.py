# calls: check_rota(['EELLNN---EL-LNN-'[(i * 3) % 7:] + 'EEELLNNN--' * 5 for i in range(14)], 8), check_rota(['NE', ''], 8)
RULES = [('NE', 'no rest after night'), ('LE', 'short rest'), ('NL', 'short rest after night')]


def hours_in(days, length):
    return sum(length for d in days if d != '-')


def too_long(row):
    count = 0
    for i, d in enumerate(row):
        if d == '-':
            count = 0
        else:
            count += 1
        if count > 6:
            return i
    return None


def busiest_week(row, length):
    best = 0
    for start in range(max(1, len(row) - 6)):
        best = max(best, hours_in(row[start:start + 7], length))
    return best


def check_rota(rows, length):
    problems = []
    for who, row in enumerate(rows):
        for pattern, message in RULES:
            at = row.find(pattern)
            while at >= 0:
                problems.append((who, at, message))
                at = row.find(pattern, at + 1)
        if too_long(row) is not None:
            problems.append((who, too_long(row), 'seven in a row'))
        if busiest_week(row, length) > 40:
            problems.append((who, -1, 'week of %d hours' % busiest_week(row, length)))
    cover = {}
    for kind in 'ELN':
        cover[kind] = []
        for day in range(max(len(row) for row in rows)):
            cover[kind].append(sum(1 for row in rows if row[day:day + 1] == kind))
    thin = [(kind, day) for kind in 'ELN' for day, n in enumerate(cover[kind]) if n < 3]
    messages = {}
    for _, _, message in problems:
        messages[message] = messages.get(message, 0) + 1
    return messages, thin[:6], len(thin)
