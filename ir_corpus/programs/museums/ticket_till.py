# calls: day_total([(8 + i * 23 % 70, i % 6 == 0, 1 + i % 4, 600 + i * 3) for i in range(200)])
# calls: day_total([(5, False, 1, 1000), (40, True, 30, 1010)])
PRICES = {'child': 0, 'youth': 450, 'adult': 1100, 'senior': 750}
COINS = (5000, 2000, 1000, 500, 200, 100, 50, 20, 10)


def category(age):
    if age < 12:
        return 'child'
    if age < 18:
        return 'youth'
    return 'senior' if age >= 65 else 'adult'


def change_for(amount):
    given = []
    for coin in COINS:
        count = amount // coin
        if count:
            given.append((count, coin))
            amount -= count * coin
    return given


def group_price(age, member, people, minute):
    price = PRICES[category(age)] * people
    if people >= 10:
        price = price * 85 // 100
    if member:
        price //= 2
    if minute > 16 * 60:
        price -= min(price, 200 * people)
    return price - price % 10


def day_total(sales):
    takings = 0
    coins = {}
    per_hour = [0] * 24
    kinds = {}
    for age, member, people, minute in sales:
        price = group_price(age, member, people, minute)
        note = next((n for n in (1000, 2000, 5000) if n >= price), price)
        for count, coin in change_for(note - price):
            coins[coin] = coins.get(coin, 0) + count
        takings += price
        per_hour[minute // 60 % 24] += people
        kind = category(age)
        kinds[kind] = kinds.get(kind, 0) + people
    busiest = per_hour.index(max(per_hour))
    return takings, coins, busiest, kinds
