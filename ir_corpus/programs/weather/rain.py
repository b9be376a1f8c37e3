# calls: spells([0, 0, 3, 5, 0, 0, 0, 0, 1, 2, 8, 0] * 15)
def spells(rain):
    dry = 0
    longest = 0
    wet_days = 0
    total = 0
    for day in range(len(rain)):
        if rain[day] == 0:
            dry += 1
            longest = max(longest, dry)
        else:
            dry = 0
            wet_days += 1
            total += rain[day]
    weeks = []
    week = 0
    while week * 7 + 7 <= len(rain):
        amount = 0
        for day in range(week * 7, week * 7 + 7):
            amount += rain[day]
        weeks.append(amount)
        week += 1
    wettest = 0
    for amount in weeks:
        wettest = max(wettest, amount)
    return longest, wet_days, total, wettest
