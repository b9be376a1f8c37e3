# calls: fewest_coins([1, 2, 5, 10, 20, 50], 800), fewest_coins([4, 9], 11), count_ways([1, 2, 5, 10], 900)
NEVER = 10 ** 9


def fewest_coins(coins, amount):
    need = [NEVER] * (amount + 1)
    need[0] = 0
    for target in range(1, amount + 1):
        for coin in coins:
            if coin > target:
                continue
            if need[target - coin] + 1 < need[target]:
                need[target] = need[target - coin] + 1
    if need[amount] == NEVER:
        return None
    change = {}
    left = amount
    while left > 0:
        for coin in coins:
            if coin <= left and need[left - coin] == need[left] - 1:
                if coin in change:
                    change[coin] += 1
                else:
                    change[coin] = 1
                left -= coin
                break
    return need[amount], change


def count_ways(coins, amount):
    ways = [1] + [0] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            ways[total] = ways[total] + ways[total - coin]
    return ways[amount]
