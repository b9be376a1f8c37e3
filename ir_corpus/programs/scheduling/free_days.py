# calls: free_days(200, [n for n in range(200) if n % 7 in (5, 6)], [3 * n for n in range(30)])
# calls: clashes([n for n in range(0, 90, 2)], [n for n in range(0, 90, 3)])
def free_days(days, weekends, holidays):
    free = []
    for day in range(days):
        if day in weekends or day in holidays:
            free.append(day)
    return free


def clashes(mine, yours):
    return sum(1 for slot in mine if slot in yours)
