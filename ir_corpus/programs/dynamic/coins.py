# calls: change(120)
COINS = (1, 2, 5, 10, 20, 50)


def change(amount):
    fewest = [0] + [1000] * amount
    ways = [1] + [0] * amount
    for coin in COINS:
        for value in range(coin, amount + 1):
            fewest[value] = min(fewest[value], fewest[value - coin] + 1)
            ways[value] = ways[value] + ways[value - coin]
    total = 0
    for count in fewest:
        total += count
    return fewest[amount], ways[amount], total
