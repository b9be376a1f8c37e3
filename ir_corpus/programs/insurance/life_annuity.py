# calls: price_list([60, 72], 0.025, 1200), price_list([100], 0.0, 10)
def mortality(age):
    return min(1.0, 0.00035 + 0.000032 * 1.102 ** age)


def survival(age, years):
    p = 1.0
    for k in range(years):
        p = p * (1 - mortality(age + k))
    return p


def annuity(age, rate, guaranteed):
    value = 0.0
    t = 0
    while age + t < 110:
        discount = 1 / (1 + rate) ** t
        if t < guaranteed:
            value += discount
        else:
            value += discount * survival(age, t)
        t += 1
    return value


def death_benefit(age, rate):
    total = 0.0
    alive = 1.0
    for t in range(110 - age):
        q = mortality(age + t)
        total += alive * q / (1 + rate) ** (t + 1)
        alive *= 1 - q
    return total


def price_list(ages, rate, payment):
    rows = []
    for age in ages:
        cells = [round(payment * annuity(age, rate, g)) for g in (0, 10)]
        rows.append((age, cells, round(death_benefit(age, rate), 5)))
    return rows
