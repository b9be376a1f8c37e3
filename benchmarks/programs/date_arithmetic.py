"""Dates without a library: leap years, weekdays, days between dates, Easter, Fridays the 13th."""

DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    if month == 2 and is_leap(year):
        return 29
    return DAYS_IN_MONTH[month - 1]


def day_of_year(year: int, month: int, day: int) -> int:
    days = day
    for m in range(1, month):
        days += days_in_month(year, m)
    return days


def day_number(year: int, month: int, day: int) -> int:
    """Days since the last day of the year 0."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + day_of_year(year, month, day)


def weekday(year: int, month: int, day: int) -> str:
    return WEEKDAYS[(day_number(year, month, day) - 1) % 7]


def add_days(date: tuple[int, int, int], count: int) -> tuple[int, int, int]:
    year, month, day = date
    day += count
    while day > days_in_month(year, month):
        day -= days_in_month(year, month)
        month += 1
        if month > 12:
            month = 1
            year += 1
    return year, month, day


def easter(year: int) -> tuple[int, int]:
    a = year % 19
    b = year // 100
    c = year % 100
    d = b // 4
    e = b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i = c // 4
    k = c % 4
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month = (h + n - 7 * m + 114) // 31
    day = (h + n - 7 * m + 114) % 31 + 1
    return month, day


def unlucky_fridays(first_year: int, last_year: int) -> int:
    count = 0
    for year in range(first_year, last_year + 1):
        for month in range(1, 13):
            if weekday(year, month, 13) == "Friday":
                count += 1
    return count


def format_date(date: tuple[int, int, int]) -> str:
    return "%04d-%02d-%02d" % date


def run():
    earliest = (12, 31)
    for year in range(1583, 3000):
        earliest = min(earliest, easter(year))
    date = (1999, 12, 31)
    stops = []
    for step in range(260):
        date = add_days(date, step * 3 + 1)
        if weekday(date[0], date[1], date[2]) == "Sunday":
            stops.append(format_date(date))
    between = day_number(2024, 2, 29) - day_number(1969, 7, 20)
    return earliest, unlucky_fridays(1700, 2400), len(stops), stops[-1], between
