# calls: changes([(2018 + i // 12, i % 12 + 1, 100 + i * i % 17 - i % 5) for i in range(72)]), changes([(2020, 1, 5), (2021, 1, 10), (2021, 2, 3)])
def value_of(series, year, month):
    for y, m, v in series:
        if y == year and m == month:
            return v
    return None


def year_before(series, year, month):
    return value_of(series, year - 1, month)


def month_before(series, year, month):
    if month == 1:
        return value_of(series, year - 1, 12)
    return value_of(series, year, month - 1)


def percent(new, old):
    if old is None or old == 0:
        return None
    return round((new - old) * 100.0 / old, 1)


def changes(series):
    table = []
    for y, m, v in series:
        table.append((y, m, percent(v, month_before(series, y, m)), percent(v, year_before(series, y, m))))
    ups = 0
    for row in table:
        if row[2] is not None and row[2] > 0:
            ups += 1
    known = [row for row in table if row[3] is not None]
    best = None
    for row in known:
        if best is None or row[3] > best[3]:
            best = row
    return table[-6:], ups, best
