# calls: insurance([12, 3, 1, 1, 2, 2, 3, 5, 8, 13, 22, 40, 66, 90, 80, 40, 12], 1000.0)
# calls: insurance([(i * i) // 7 + 1 for i in range(70)], 250.0), insurance([5, 5], 10.0)
def survivors(deaths):
    left = sum(deaths)
    column = []
    for d in deaths:
        column.append(left)
        left -= d
    return column


def death_chance(deaths, age):
    alive = survivors(deaths)
    return deaths[age] / alive[age]


def expectation(deaths, age):
    alive = survivors(deaths)
    lived = 0.0
    for x in range(age, len(deaths)):
        lived += alive[x] - deaths[x] / 2
    return lived / alive[age]


def premium(deaths, age, sum_insured, rate):
    cost = 0.0
    pay = 0.0
    alive = survivors(deaths)
    discount = 1.0
    for x in range(age, len(deaths)):
        pay += alive[x] * discount
        discount = discount / (1 + rate)
        cost += deaths[x] * discount * sum_insured
    return cost / pay


def insurance(deaths, sum_insured):
    rows = []
    for age in range(len(deaths)):
        rows.append((age, round(death_chance(deaths, age), 4), round(expectation(deaths, age), 2), round(premium(deaths, age, sum_insured, 0.03), 2)))
    safest = min(rows, key=lambda row: row[1])
    half = next(age for age, alive in enumerate(survivors(deaths)) if alive <= sum(deaths) / 2)
    return rows, safest[0], half
