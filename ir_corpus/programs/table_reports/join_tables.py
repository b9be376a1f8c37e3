# calls: invoices([(i, 'C%02d' % (i % 14), i * 3 % 10, i % 4 + 1) for i in range(70)], [('C%02d' % k, 'customer ' + chr(65 + k), 'AT' if k % 3 else 'DE') for k in range(12)], [(k, 'item%d' % k, 150 + k * 35) for k in range(9)])
# calls: invoices([(1, 'zz', 0, 1)], [], [])
def lookup(table, key):
    for row in table:
        if row[0] == key:
            return row
    return None


def tax(cents, country):
    rates = [('DE', 19), ('AT', 20), ('CH', 8)]
    for code, percent in rates:
        if code == country:
            return (cents * percent + 50) // 100
    return 0


def money(cents):
    return '%d.%02d' % (cents // 100, cents % 100)


def invoices(orders, customers, items):
    lines = []
    broken = []
    totals = {}
    for number, who, what, quantity in orders:
        customer = lookup(customers, who)
        item = lookup(items, what)
        if customer is None or item is None:
            broken.append(number)
            continue
        net = item[2] * quantity
        gross = net + tax(net, customer[2])
        lines.append(str(number) + ';' + customer[1] + ';' + item[1] + ';' + money(net) + ';' + money(gross))
        if customer[1] in totals:
            totals[customer[1]] += gross
        else:
            totals[customer[1]] = gross
    listing = []
    for name in sorted(totals, key=lambda n: (-totals[n], n)):
        listing.append((name, money(totals[name])))
    return lines, broken, listing
