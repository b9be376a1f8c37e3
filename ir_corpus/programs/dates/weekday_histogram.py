# calls: histogram([(1950 + i, 1 + i % 12, 1 + i % 28) for i in range(60)])
def weekday(year, month, day):
    offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    if month < 3:
        year -= 1
    return (year + year // 4 - year // 100 + year // 400 + offsets[month - 1] + day) % 7


def histogram(dates):
    counts = [0] * 7
    for year, month, day in dates:
        counts[weekday(year, month, day)] += 1
    return counts
