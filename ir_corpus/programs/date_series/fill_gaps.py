# calls: filled([('2023-%02d-%02d' % (1 + i % 9, 1 + i * 7 % 27), i) for i in range(60)]), filled([('2024-02-27', 4), ('2024-03-02', 8)])
def is_leap(y):
    if y % 100 == 0:
        return y % 400 == 0
    return y % 4 == 0


def days_in(y, m):
    if m == 2:
        return 29 if is_leap(y) else 28
    if m in [4, 6, 9, 11]:
        return 30
    return 31


def next_day(text):
    y = int(text[0:4])
    m = int(text[5:7])
    d = int(text[8:10])
    d += 1
    if d > days_in(y, m):
        d = 1
        m += 1
    if m > 12:
        m = 1
        y += 1
    return str(y) + '-' + str(m).zfill(2) + '-' + str(d).zfill(2)


def filled(readings):
    values = {}
    for day, value in readings:
        values[day] = value
    days = sorted(values)
    day = days[0]
    last = values[day]
    out = []
    gaps = 0
    while day <= days[-1]:
        if day in values:
            last = values[day]
        else:
            gaps += 1
        out.append((day, last))
        day = next_day(day)
    return gaps, len(out), out[-3:], sum(v for d, v in out)
