# calls: years(1000.0, 50.0, 120)
def monthly(rate):
    return rate / 12 / 100


def rate_for(balance):
    if balance < 2000.0:
        return 1.5
    elif balance < 5000.0:
        return 2.0
    return 2.5


def years(start, deposit, months):
    balance = start
    earned = 0.0
    statements = []
    month = 0
    while month < months:
        interest = balance * monthly(rate_for(balance))
        earned += interest
        balance = balance + interest + deposit
        if month % 12 == 11:
            statements.append('year ' + str(month // 12 + 1) + ': ' + str(round(balance, 2)))
        month = month + 1
    text = ''
    for line in statements:
        text += line + '\n'
    return text, round(earned, 2)
