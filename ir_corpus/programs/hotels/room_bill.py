# calls: bill([('minibar', 4.5, 2), ('dinner', 32.0, 1), ('parking', 15.0, 1), ('laundry', 2.25, 7)] * 15, 9, 'half board', 0.1)
# calls: bill([], 2, 'room only', 0)
RATES = {'room only': 84.0, 'breakfast': 97.5, 'half board': 121.0}


def tax_rate(item):
    if item in ['dinner', 'minibar', 'bar']:
        return 0.19
    return 0.07


def line(label, amount):
    return label + '.' * (24 - len(label)) + str(round(amount, 2)).rjust(9)


def bill(extras, nights, board, discount):
    lines = []
    net = 0.0
    taxes = {}
    for i in range(len(extras)):
        item = extras[i][0]
        amount = extras[i][1] * extras[i][2] * (1 - discount)
        tax = amount * tax_rate(item)
        if tax_rate(item) not in taxes:
            taxes[tax_rate(item)] = 0.0
        taxes[tax_rate(item)] += tax
        net += amount
        lines.append(line(item, amount + tax))
    for night in range(nights):
        price = RATES[board]
        if night % 7 >= 5:
            price = price * 1.2
        net += price
        lines.append(line('night ' + str(night + 1), price))
    total = net
    for rate in taxes:
        total += taxes[rate]
    lines.append(line('total', total))
    return lines[-4:], round(net, 2), {rate: round(taxes[rate], 2) for rate in taxes}
