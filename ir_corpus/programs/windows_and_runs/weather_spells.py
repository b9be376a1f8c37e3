# calls: spells([(i * 29 % 37 + i // 9 % 8 - 3, i * 5 % 11 if i // 6 % 2 else 0) for i in range(240)]), spells([(35, 0)] * 4), spells([])
def hot(day):
    return day[0] >= 25


def dry(day):
    return day[1] == 0


def frosty(day):
    return day[0] < 0


def find_spells(days, test, least):
    result = []
    start = None
    for i in range(len(days)):
        if test(days[i]):
            if start is None:
                start = i
        elif start is not None:
            if i - start >= least:
                result.append((start, i - 1))
            start = None
    if start is not None and len(days) - start >= least:
        result.append((start, len(days) - 1))
    return result


def total_rain(days, first, last):
    return sum(rain for _, rain in days[first:last + 1])


def spells(days):
    report = {}
    for name, test, least in [('hot', hot, 1), ('dry', dry, 4), ('frost', frosty, 1), ('drought', lambda d: dry(d) and not frosty(d), 5)]:
        found = find_spells(days, test, least)
        longest = None
        for first, last in found:
            if longest is None or last - first > longest[1] - longest[0]:
                longest = (first, last)
        report[name] = (len(found), longest)
    wettest = 0
    for i in range(len(days) - 6):
        if total_rain(days, i, i + 6) > wettest:
            wettest = total_rain(days, i, i + 6)
    return report, wettest
