# calls: signals(120, 5, 20)
def average(prices, end, width):
    total = 0.0
    for i in range(end - width + 1, end + 1):
        total += prices[i]
    return total / width


def signals(days, short, long):
    prices = [100.0 + (i * i * 13 % 47) / 4 for i in range(days)]
    found = []
    above = False
    for day in range(long, days):
        fast = average(prices, day, short)
        slow = average(prices, day, long)
        if fast > slow and not above:
            found.append((day, 'buy'))
            above = True
        elif fast < slow and above:
            found.append((day, 'sell'))
            above = False
    return found
