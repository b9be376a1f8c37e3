# calls: balances([('rent', -700), ('pay', 2100), ('food', -45), ('fuel', -60), ('pay', 150)] * 25)
def is_income(entry):
    return entry[1] > 0


def balances(entries):
    balance = 0
    lowest = 0
    income = 0
    spent = {}
    for i in range(len(entries)):
        entry = entries[i]
        balance = balance + entry[1]
        lowest = min(lowest, balance)
        if is_income(entry):
            income += entry[1]
        else:
            if entry[0] in spent:
                spent[entry[0]] = spent[entry[0]] - entry[1]
            else:
                spent[entry[0]] = -entry[1]
    most = ''
    for kind in spent.keys():
        if most == '' or spent[kind] > spent[most]:
            most = kind
    return balance, lowest, income, most
