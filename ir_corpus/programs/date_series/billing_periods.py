# calls: bills([(i * 3 % 365, 5 + i % 11) for i in range(240)], 17, [12, 30, 45]), bills([(0, 1.5), (364, 2.5)], 31, [1])
MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def month_and_day(n):
    month = 0
    while n >= MONTHS[month]:
        n -= MONTHS[month]
        month += 1
    return month + 1, n + 1


def period(n, cut):
    month, day = month_and_day(n)
    if day > min(cut, MONTHS[month - 1]):
        month += 1
    return (month - 1) % 12 + 1


def bills(usage, cut, steps):
    totals = {}
    for n, units in usage:
        key = period(n, cut)
        totals[key] = totals.get(key, 0) + units
    prices = {}
    for key in sorted(totals):
        rest = totals[key]
        price = 0.0
        rate = 0.40
        for step in steps:
            part = min(rest, step)
            price += part * rate
            rest -= part
            rate = rate * 0.8
        price += rest * rate
        prices[key] = round(price, 2)
    dearest = max(prices, key=prices.get)
    return prices, dearest, round(sum(prices.values()) / 12, 2)
