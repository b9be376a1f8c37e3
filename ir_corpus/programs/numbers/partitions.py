# calls: partitions(60)
def partitions(total):
    ways = [1] + [0] * total
    for part in range(1, total + 1):
        for amount in range(part, total + 1):
            ways[amount] = ways[amount] + ways[amount - part]
    return ways[total]
