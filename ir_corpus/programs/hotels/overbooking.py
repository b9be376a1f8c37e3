# calls: best_limit(60, 0.12, 80.0, 210.0)
# calls: best_limit(8, 0.3, 50.0, 400.0)
def chance(n, k, p):
    result = 1.0
    for i in range(k):
        result = result * (n - i) / (i + 1) * p
    for i in range(n - k):
        result *= 1 - p
    return result


def profit(rooms, sold, shows, price, penalty):
    if shows <= rooms:
        return shows * price
    return rooms * price - (shows - rooms) * penalty


def best_limit(rooms, no_show, price, penalty):
    best = rooms
    best_profit = -1.0
    table = []
    for extra in range(0, 9, 2):
        sold = rooms + extra
        expected = 0.0
        for missing in range(0, min(sold, 14)):
            expected += chance(sold, missing, no_show) * profit(rooms, sold, sold - missing, price, penalty)
        table.append(round(expected, 2))
        if expected > best_profit:
            best_profit = expected
            best = sold
    return best, table
