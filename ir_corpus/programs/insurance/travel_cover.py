# calls: cover([('2023-%02d-%02d' % (i % 12 + 1, i % 28 + 1), i * 5 % 40 + 1, ['EU', 'US', 'JP', 'AU'][i % 4], 20 + i % 60) for i in range(110)]), cover([('2024-02-28', 2, 'EU', 30)])
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
REGION = {'EU': 1.2, 'US': 3.9, 'JP': 2.8}


def day_number(text):
    y, m, d = [int(part) for part in text.split('-')]
    n = y * 365 + y // 4 - y // 100 + y // 400
    for k in range(m - 1):
        n += MONTH_DAYS[k]
    if m <= 2 and y % 4 == 0 and (y % 100 != 0 or y % 400 == 0):
        n -= 1
    return n + d


def daily(region, age):
    price = REGION[region] if region in REGION else 3.0
    if age >= 70:
        return price * 2
    return price * 0.9 if age < 26 else price


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def cover(trips):
    spans = []
    income = 0.0
    for begin, days, region, age in trips:
        spans.append((day_number(begin), day_number(begin) + days))
        income += days * daily(region, age)
        if days > 31:
            income += (days - 31) * 0.5
    clashes = 0
    for i in range(len(spans) - 1):
        if overlap(spans[i], spans[i + 1]) > 0:
            clashes += 1
    first = min(s[0] for s in spans)
    last = max(s[1] for s in spans)
    abroad = [0] * (last - first)
    for s in spans:
        for d in range(s[0], s[1]):
            abroad[d - first] += 1
    return round(income, 2), clashes, max(abroad), abroad.index(max(abroad))
