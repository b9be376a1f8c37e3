# calls: rearing([(4 + i // 9, 1 + i * 11 % 28, 'KBNC'[i % 4]) for i in range(55)], 2023), rearing([(2, 28, 'X')], 2024)
STAGES = [('graft', 4), ('cup check', 5), ('sealed', 9), ('cage', 13), ('hatch', 16), ('mating', 22), ('laying', 28)]
COLOURS = 'white yellow red green blue'.split()


def days_in(month, year):
    if month == 2:
        return 29 if year % 4 == 0 and year % 100 != 0 or year % 400 == 0 else 28
    return 30 if month in [4, 6, 9, 11] else 31


def add_days(day, month, year, n):
    day += n
    while day > days_in(month, year):
        day -= days_in(month, year)
        month += 1
        if month > 12:
            month = 1
            year += 1
    return day, month, year


def weekday(day, month, year):
    if month < 3:
        month += 12
        year -= 1
    k = year % 100
    j = year // 100
    h = (day + 13 * (month + 1) // 5 + k + k // 4 + j // 4 + 5 * j) % 7
    return ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'][h]


def rearing(series, year):
    diary = {}
    weekend = 0
    for month, day, line in series:
        for stage, n in STAGES:
            d, m, y = add_days(day, month, year, n)
            name = weekday(d, m, y)
            if name in ('Sat', 'Sun') and stage in ('graft', 'cage'):
                weekend += 1
                continue
            key = '%04d-%02d-%02d %s' % (y, m, d, name)
            diary.setdefault(key, []).append(line + ' ' + stage)
    colour = COLOURS[(year - 1) % 5]
    full = [day for day in sorted(diary) if len(diary[day]) > 3]
    page = [day + ': ' + ', '.join(diary[day]) for day in sorted(diary)[:15]]
    return page, full, weekend, colour
