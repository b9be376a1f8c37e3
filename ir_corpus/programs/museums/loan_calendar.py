# calls: plan_loans([('obj%02d' % (i % 17), 2001 + i % 3, 1 + i * 5 % 12, 1 + i * 11 % 28, 20 + i * 13 % 70) for i in range(85)], 14), plan_loans([('vase', 2004, 2, 28, 2), ('vase', 2004, 3, 1, 5)], 0)
MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def leap(year):
    if year % 400 == 0:
        return True
    return year % 4 == 0 and year % 100 != 0


def day_number(year, month, day):
    number = 0
    for y in range(1990, year):
        number += 366 if leap(y) else 365
    for m in range(1, month):
        number += MONTHS[m - 1]
        if m == 2 and leap(year):
            number += 1
    return number + day


def back_to_date(number):
    year = 1990
    while number > (366 if leap(year) else 365):
        number -= 366 if leap(year) else 365
        year += 1
    month = 1
    while True:
        length = MONTHS[month - 1] + (1 if month == 2 and leap(year) else 0)
        if number <= length:
            return year, month, number
        number -= length
        month += 1


def plan_loans(requests, rest):
    granted = {}
    refused = []
    for thing, year, month, day, days in requests:
        start = day_number(year, month, day)
        stop = start + days
        clash = False
        for s, e in granted.get(thing, []):
            if start < e + rest and s < stop + rest:
                clash = True
                break
        if clash:
            refused.append((thing, year, month, day))
        else:
            granted.setdefault(thing, []).append((start, stop))
    return {thing: [back_to_date(e) for s, e in sorted(granted[thing])] for thing in granted}, len(refused)
