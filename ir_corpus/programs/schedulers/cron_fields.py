# calls: firings('*/15 8-10 * * 1,3', 2024, 2), firings('0 0 1 * *', 2023, 2)
def field(text, low, high):
    allowed = []
    for part in text.split(','):
        step = 1
        if '/' in part:
            part, every = part.split('/')
            step = int(every)
        if part == '*':
            first, last = low, high
        elif '-' in part:
            first, last = [int(p) for p in part.split('-')]
        else:
            first = last = int(part)
        allowed += list(range(first, last + 1, step))
    return sorted(set(allowed))


def weekday(year, month, day):
    offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    years = year - 1 if month < 3 else year
    leap_days = years // 4 - years // 100 + years // 400
    return (years + leap_days + offsets[month - 1] + day) % 7


def month_length(year, month):
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def firings(line, year, months):
    minutes, hours, days, which, weekdays = line.split()
    times = []
    for month in range(1, months + 1):
        if month not in field(which, 1, 12):
            continue
        for day in range(1, month_length(year, month) + 1):
            if day not in field(days, 1, 31) or weekday(year, month, day) not in field(weekdays, 0, 6):
                continue
            for hour in field(hours, 0, 23):
                for minute in field(minutes, 0, 59):
                    times.append(f'{year}-{month:02}-{day:02} {hour:02}:{minute:02}')
    return len(times), times[:2], times[-1:]
