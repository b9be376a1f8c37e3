# calls: ways_table([1, 2, 5, 10, 20, 50], [3, 17, 60, 99]), ways_table([3, 7], [11, 12, 1])
def ways(coins, amount):
    counts = [1] + [0] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            counts[total] += counts[total - coin]
    return counts[amount]


def fewest(coins, amount):
    best = [0]
    for total in range(1, amount + 1):
        least = None
        for coin in coins:
            if coin <= total and best[total - coin] is not None:
                if least is None or best[total - coin] + 1 < least:
                    least = best[total - coin] + 1
        best.append(least)
    return best[amount]


def ways_table(coins, amounts):
    table = {}
    impossible = []
    for amount in amounts:
        if ways(coins, amount) == 0:
            impossible.append(amount)
        else:
            table[amount] = (ways(coins, amount), fewest(coins, amount))
    return table, impossible
