# calls: plan([('bike', 900, 3), ('trip', 2400, 9), ('sofa', 1300, 5), ('laptop', 1500, 7), ('course', 700, 4), ('camera', 800, 4)], 260, 18)
# calls: plan([('bike', 900, 3)], 100, 2)
def best_table(wishes, units):
    best = [[0] * (units + 1) for _ in range(len(wishes) + 1)]
    for i in range(len(wishes)):
        cost = wishes[i][1] // 100
        for u in range(units + 1):
            best[i + 1][u] = best[i][u]
            if cost <= u and best[i][u - cost] + wishes[i][2] > best[i + 1][u]:
                best[i + 1][u] = best[i][u - cost] + wishes[i][2]
    return best


def plan(wishes, per_month, months):
    units = per_month * months // 100
    best = best_table(wishes, units)
    chosen = []
    left = units
    i = len(wishes)
    while i > 0:
        if best[i][left] != best[i - 1][left]:
            chosen.append(wishes[i - 1][0])
            left -= wishes[i - 1][1] // 100
        i -= 1
    chosen.reverse()
    timeline = []
    saved = 0
    month = 0
    for name in chosen:
        price = 0
        for wish in wishes:
            if wish[0] == name:
                price = wish[1]
        while saved < price and month < months:
            saved += per_month
            month += 1
        saved -= price
        timeline.append(name + ' in month ' + str(month))
    return timeline, best[len(wishes)][units], left
