# calls: bill([('cust%d' % (i % 9), i % 28 + 1, i * 31 % 400) for i in range(260)], {'cust0': 'pro', 'cust4': 'pro', 'cust8': 'huge'}), bill([('a', 1, 5000)], {})
PLANS = {
    'free': {'daily': 300, 'monthly': 2500, 'extra': None},
    'pro': {'daily': 900, 'monthly': 5000, 'extra': 3},
    'huge': {'daily': 10000, 'monthly': 90000, 'extra': 1},
}


def used_on(usage, customer, day):
    return usage.get((customer, day), 0)


def used_in_month(usage, customer):
    total = 0
    for who, day in usage:
        if who == customer:
            total += usage[who, day]
    return total


def room(usage, customer, day, plan):
    by_day = plan['daily'] - used_on(usage, customer, day)
    by_month = plan['monthly'] - used_in_month(usage, customer)
    return max(0, min(by_day, by_month))


def bill(events, chosen):
    usage = {}
    refused = {}
    fees = {}
    for customer, day, amount in events:
        plan = PLANS[chosen.get(customer, 'free')]
        free = room(usage, customer, day, plan)
        if amount <= free:
            taken = amount
        elif plan['extra'] is None:
            taken = free
            refused[customer] = refused.get(customer, 0) + amount - free
        else:
            taken = amount
            fees[customer] = fees.get(customer, 0) + (amount - free) * plan['extra']
        usage[(customer, day)] = used_on(usage, customer, day) + taken
    totals = {}
    for customer in sorted(set(who for who, day in usage)):
        totals[customer] = used_in_month(usage, customer)
    return totals, refused, fees
