# calls: absences([('ann', 1), ('bob', 3), ('ann', 2), ('cid', 3), ('ann', 3), ('bob', 4)] * 20, 5)
def absences(notes, days):
    table = {}
    for note in notes:
        name = note[0]
        if name not in table.keys():
            table[name] = [0] * days
        table[name][note[1] % days] += 1
    worst = ''
    most = -1
    for name in table.keys():
        total = 0
        for count in table[name]:
            total += count
        if total > most:
            most = total
            worst = name
    per_day = []
    for day in range(days):
        count = 0
        for name in table:
            count += table[name][day]
        per_day.append(count)
    return worst, most, per_day
