# calls: payroll([('e%d' % (i % 9), i * 7 % 12, i % 7) for i in range(99)], {'e%d' % i: 14 + i * 1.5 for i in range(8)})
def day_pay(hours, rate, weekday):
    if weekday == 6:
        return hours * rate * 1.5
    if hours > 8:
        return 8 * rate + (hours - 8) * rate * 1.25
    return hours * rate


def tax(gross):
    brackets = [(500, 0.0), (1000, 0.15), (2000, 0.3)]
    total = 0.0
    before = 0
    for limit, share in brackets:
        if gross > before:
            total += (min(gross, limit) - before) * share
        before = limit
    if gross > before:
        total += (gross - before) * 0.4
    return total


def payroll(shifts, rates):
    gross = {}
    unknown = []
    for name, hours, weekday in shifts:
        if name not in rates:
            if name not in unknown:
                unknown.append(name)
            continue
        if name not in gross:
            gross[name] = 0.0
        gross[name] += day_pay(hours, rates[name], weekday)
    net = {}
    for name in gross:
        net[name] = round(gross[name] - tax(gross[name]), 2)
    return net, unknown, sum(tax(gross[name]) for name in gross)
