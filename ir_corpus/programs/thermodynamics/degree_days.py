# calls: bills([[9 + i % 17 - (i // 30), 3 + i % 8] for i in range(330)], 15.5)
# calls: bills([[1, -4], [20, 12], [30, 22]], 18.0)
def bills(days, base):
    heating = cooling = 0.0
    months = {}
    frost = 0
    for number, day in enumerate(days):
        high, low = day
        mean = (high + low) / 2
        if low >= base:
            degree = 0.0
        elif high <= base:
            degree = base - mean
        elif mean < base:
            degree = (base - low) / 2 - (high - base) / 4
        else:
            degree = (base - low) / 4
        heating += degree
        if mean > base + 6:
            cooling += mean - base - 6
        if low < 0:
            frost += 1
        months.setdefault(number // 30, []).append(degree)
    rows = []
    for month in months:
        total = 0.0
        for degree in months[month]:
            total += degree
        rows.append((total, month))
    rows.sort(reverse=True)
    return round(heating, 2), round(cooling, 2), frost, rows[0]
