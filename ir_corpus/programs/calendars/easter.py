# calls: holidays([2000 + i for i in range(25)]), holidays([1961])
def easter(year):
    a = year % 19
    b = year // 100
    c = year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return f // 31, f % 31 + 1


def shift(month, day, by):
    lengths = [0, 31, 28, 31, 30, 31, 30, 31]
    day += by
    while day > lengths[month]:
        day -= lengths[month]
        month += 1
    while day < 1:
        month -= 1
        day += lengths[month]
    return month, day


def holidays(years):
    rows = []
    earliest = None
    in_march = 0
    for year in years:
        dates = {}
        for name, by in [('Good Friday', -2), ('Easter Monday', 1), ('Ascension', 39), ('Whit Monday', 50)]:
            month, day = shift(easter(year)[0], easter(year)[1], by)
            dates[name] = str(day) + '.' + str(month) + '.'
        if easter(year)[0] == 3:
            in_march += 1
        if earliest is None or easter(year) < easter(earliest):
            earliest = year
        rows.append((year, dates))
    return rows, earliest, in_march / len(years)
