# calls: month(2024, 2, {14: 'hearts', 29: 'leap'}), month(2023, 10, {}), month(1900, 2, {3: 'x'})
def is_leap(year):
    if year % 400 == 0:
        return True
    if year % 100 == 0:
        return False
    return year % 4 == 0


def length(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    if month in [4, 6, 9, 11]:
        return 30
    return 31


def first_weekday(year, month):
    days = 0
    for y in range(1900, year):
        days += 366 if is_leap(y) else 365
    for m in range(1, month):
        days += length(year, m)
    return days % 7


def month(year, number, notes):
    lines = ['Mo Tu We Th Fr Sa Su']
    line = '   ' * first_weekday(year, number)
    for day in range(1, length(year, number) + 1):
        text = str(day)
        if len(text) == 1:
            text = ' ' + text
        line += text + ('*' if day in notes else ' ')
        if len(line) == 21 or day == length(year, number):
            lines.append(line)
            line = ''
    return lines, [notes[day] for day in sorted(notes) if day <= length(year, number)]
