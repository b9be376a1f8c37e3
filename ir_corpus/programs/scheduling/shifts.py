# calls: rota(['ann', 'bob', 'cid', 'dee', 'eve'], 28)
def rota(names, days):
    hours = {}
    for name in names:
        hours[name] = 0
    plan = []
    previous = ''
    for day in range(days):
        best = ''
        for name in names:
            if name != previous and (best == '' or hours[name] < hours[best]):
                best = name
        hours[best] += 10 if day % 7 in [5, 6] else 8
        plan.append(best)
        previous = best
    text = ''
    for name in hours.keys():
        text += name + ' ' + str(hours[name]) + '\n'
    weekend = 0
    for day in range(len(plan)):
        if day % 7 == 5 or day % 7 == 6:
            weekend += 1
    return text, weekend
