# calls: leap_days(1890, 2030)
def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leap_days(first, last):
    count = 0
    year = first
    while year < last:
        if is_leap(year):
            count = count + 1
        year = year + 1
    return count
