# calls: balances([('ann', 3, 10), ('bob', 1, 25), ('cyd', 12, 4)], [('bob', 40, 52), ('ann', 44, 50)] * 4)
def entitlement(years, month):
    days = 24
    if years > 10:
        days += 6
    elif years > 2:
        days += 2
    return days * month / 12


def working_days(start, end, holidays):
    count = 0
    for day in range(start, end + 1):
        if day % 7 in [5, 6]:
            continue
        if day in holidays:
            continue
        count += 1
    return count


def balances(staff, leaves):
    holidays = [1, 46, 92, 121, 359, 360]
    result = {}
    for name, years, carried in staff:
        left = entitlement(years, 12) + min(carried, 10)
        trips = []
        for who, start, end in leaves:
            if who != name:
                continue
            needed = working_days(start, end, holidays)
            if needed <= left:
                left = left - needed
                trips.append((start, needed))
            else:
                trips.append((start, 0))
        result[name] = (left, trips, sum(days for start, days in trips))
    return result
