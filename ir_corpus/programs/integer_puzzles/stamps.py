# calls: stamps_report([3, 8, 17], 120), stamps_report([5], 30), stamps_report([1, 4, 9, 16, 25], 200)
def fewest(values, limit):
    best = [0] + [None] * limit
    for amount in range(1, limit + 1):
        for v in values:
            if v <= amount and best[amount - v] is not None:
                if best[amount] is None or best[amount - v] + 1 < best[amount]:
                    best[amount] = best[amount - v] + 1
    return best


def choice(values, best, amount):
    picked = []
    while amount > 0:
        for v in values:
            if v <= amount and best[amount - v] == best[amount] - 1:
                picked.append(v)
                amount -= v
                break
    return picked


def ways(values, amount):
    table = [1] + [0] * amount
    for v in values:
        for a in range(v, amount + 1):
            table[a] += table[a - v]
    return table[amount]


def stamps_report(values, limit):
    best = fewest(values, limit)
    impossible = [a for a in range(limit + 1) if best[a] is None]
    possible = [a for a in range(limit + 1) if best[a] is not None]
    hardest = max(possible, key=lambda a: best[a])
    largest = max(impossible) if impossible else 0
    return largest, hardest, choice(values, best, hardest), ways(values, hardest), len(impossible)
