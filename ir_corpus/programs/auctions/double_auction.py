# calls: trade([('b' if i * 7 % 3 else 's', 95 + i * 29 % 13, 1 + i % 6) for i in range(150)]), trade([('s', 100, 5), ('b', 99, 5)]), trade([])
def insert(book, order, sign):
    place = len(book)
    while place > 0 and sign * book[place - 1][0] < sign * order[0]:
        place -= 1
    book.insert(place, order)


def match(bids, asks):
    done = []
    while bids and asks and bids[0][0] >= asks[0][0]:
        amount = min(bids[0][1], asks[0][1])
        price = bids[0][0] if bids[0][2] < asks[0][2] else asks[0][0]
        done.append((price, amount))
        bids[0][1] -= amount
        asks[0][1] -= amount
        if bids[0][1] == 0:
            bids.pop(0)
        if asks[0][1] == 0:
            asks.pop(0)
    return done


def trade(orders):
    bids = []
    asks = []
    trades = []
    spreads = []
    for number, (side, price, amount) in enumerate(orders):
        if side == 'b':
            insert(bids, [price, amount, number], 1)
        else:
            insert(asks, [price, amount, number], -1)
        trades += match(bids, asks)
        if bids and asks:
            spreads.append(asks[0][0] - bids[0][0])
    volume = sum(a for p, a in trades)
    turnover = sum(p * a for p, a in trades)
    depth = {}
    for price, amount, number in bids:
        depth[price] = depth.get(price, 0) + amount
    for price, amount, number in asks:
        depth[price] = depth.get(price, 0) - amount
    return volume, turnover / volume if volume else None, sorted(depth.items()), min(spreads, default=0)
