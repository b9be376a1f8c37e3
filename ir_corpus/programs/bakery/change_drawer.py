# calls: morning([(i * 37 % 23 + 1) * 35 for i in range(90)], {1000: 3, 500: 5, 200: 10, 100: 12, 50: 15, 20: 20, 10: 20, 5: 30})
# calls: morning([35, 70], {50: 1})
def pay_with(amount):
    for note in (500, 1000, 2000):
        if note >= amount:
            return note
    return (amount + 999) // 1000 * 1000


def give_back(drawer, amount):
    coins = []
    rest = amount
    for coin in sorted(drawer.keys(), reverse=True):
        n = 0
        while rest >= coin and n < drawer[coin]:
            rest -= coin
            n += 1
        if n > 0:
            coins.append((coin, n))
    if rest != 0:
        return None
    return coins


def morning(sales, start):
    drawer = dict(start)
    refused = []
    handed = 0
    for number, amount in enumerate(sales):
        note = pay_with(amount)
        coins = give_back(drawer, note - amount)
        if coins is None:
            refused.append(number)
            continue
        for coin, n in coins:
            drawer[coin] = drawer[coin] - n
            handed = handed + n
        if note in drawer:
            drawer[note] += 1
        else:
            drawer[note] = 1
    value = 0
    for coin in drawer:
        value = value + coin * drawer[coin]
    return value, handed, len(refused), sorted(drawer.items())
