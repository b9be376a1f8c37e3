# calls: work_calendar(2022, [(1, 1), (5, 1), (12, 25), (12, 26)], 7), work_calendar(2024, [], 1)
def day_number(y, m, d):
    m = (m + 9) % 12
    y = y - m // 10
    return 365 * y + y // 4 - y // 100 + y // 400 + (m * 306 + 5) // 10 + (d - 1)


def from_number(g):
    y = (10000 * g + 14780) // 3652425
    rest = g - (365 * y + y // 4 - y // 100 + y // 400)
    if rest < 0:
        y -= 1
        rest = g - (365 * y + y // 4 - y // 100 + y // 400)
    mi = (100 * rest + 52) // 3060
    return y + (mi + 2) // 12, (mi + 2) % 12 + 1, rest - (mi * 306 + 5) // 10 + 1


def observed(y, holidays):
    result = []
    for m, d in holidays:
        n = day_number(y, m, d)
        while (n + 2) % 7 >= 5 or n in result:
            n += 1
        result.append(n)
    return result


def work_calendar(y, holidays, every):
    free = observed(y, holidays)
    n = day_number(y, 1, 1)
    end = day_number(y, 12, 31)
    working = 0
    paydays = []
    month_counts = [0] * 12
    while n <= end:
        if (n + 2) % 7 < 5 and n not in free:
            working += 1
            month_counts[from_number(n)[1] - 1] += 1
            if working % (every * 10) == 0:
                paydays.append(from_number(n)[1:])
        n += 1
    return working, month_counts, paydays, [from_number(f) for f in free]
