# calls: trade([100 + (i * 17 % 23) - 11 + i // 6 for i in range(160)], 4, 12), trade([5, 4, 3, 2, 1], 1, 2)
def mean_of_last(prices, day, n):
    if day + 1 < n:
        return None
    return sum(prices[day - n + 1:day + 1]) / n


def signal(prices, day, fast, slow):
    if day == 0:
        return 'wait'
    a = mean_of_last(prices, day, fast)
    b = mean_of_last(prices, day, slow)
    c = mean_of_last(prices, day - 1, fast)
    d = mean_of_last(prices, day - 1, slow)
    if a is None or b is None or c is None or d is None:
        return 'wait'
    if a > b and c <= d:
        return 'buy'
    if a < b and c >= d:
        return 'sell'
    return 'hold'


def drawdown(worth):
    top = worth[0]
    deepest = 0.0
    for w in worth:
        if w > top:
            top = w
        elif (top - w) / top > deepest:
            deepest = (top - w) / top
    return deepest


def trade(prices, fast, slow):
    cash = 1000.0
    shares = 0
    worth = []
    deals = []
    for day, price in enumerate(prices):
        what = signal(prices, day, fast, slow)
        if what == 'buy' and shares == 0:
            shares = int(cash // price)
            cash -= shares * price
            deals.append((day, 'B', price))
        elif what == 'sell' and shares > 0:
            cash += shares * price * 0.999
            shares = 0
            deals.append((day, 'S', price))
        worth.append(cash + shares * price)
    profits = [s[2] - b[2] for b, s in zip(deals[::2], deals[1::2])]
    return round(worth[-1], 2), round(drawdown(worth), 4), len(deals), profits
