# calls: sell(['c50', 'c20', 'cola', 'c100', 'water', 'c10', 'back', 'c200', 'juice'] * 20)
PRICES = {'cola': 150, 'water': 100, 'juice': 180}


def coin(word):
    return int(word[1:])


def sell(words):
    credit = 0
    sold = {}
    returned = 0
    for word in words:
        if word == 'back':
            returned += credit
            credit = 0
        elif word in PRICES.keys():
            if credit >= PRICES[word]:
                credit -= PRICES[word]
                if word in sold:
                    sold[word] += 1
                else:
                    sold[word] = 1
        else:
            credit = credit + coin(word)
    income = 0
    for name in sold:
        income += sold[name] * PRICES[name]
    return sold, income, returned
