"""Fewest coins for every amount, and the number of ways to pay."""

COINS = [1, 2, 5, 10, 20, 50]
LIMIT = 50_000


def fewest_coins(coins, limit):
    fewest = [0] + [limit + 1] * limit
    for amount in range(1, limit + 1):
        for coin in coins:
            if coin <= amount:
                fewest[amount] = min(fewest[amount], fewest[amount - coin] + 1)
    return fewest


def ways_to_pay(coins, limit):
    ways = [0] * (limit + 1)
    ways[0] = 1
    for coin in coins:
        for amount in range(coin, limit + 1):
            ways[amount] += ways[amount - coin]
    return ways[limit]


def run():
    fewest = fewest_coins(COINS, LIMIT)
    worst = 0
    for count in fewest[:1000]:
        worst = max(worst, count)
    return fewest[99], fewest[LIMIT], worst, ways_to_pay(COINS, 2000)
