# calls: till({2000: 2, 1000: 3, 500: 5, 200: 9, 100: 9, 50: 9, 10: 20}, [(2000, 1370), (5000, 4190), (1000, 990)] * 12)
def make_change(drawer, amount):
    given = []
    for coin in sorted(drawer, reverse=True):
        left = drawer[coin]
        while left > 0 and amount >= coin:
            amount -= coin
            left -= 1
            given.append(coin)
    if amount > 0:
        return None
    return given


def till(drawer, sales):
    drawer = dict(drawer)
    log = []
    failed = 0
    for paid, price in sales:
        if paid not in drawer:
            drawer[paid] = 0
        drawer[paid] += 1
        given = make_change(drawer, paid - price)
        if given is None:
            drawer[paid] -= 1
            failed += 1
            log.append('no change for ' + '%.2f' % ((paid - price) / 100))
            continue
        for coin in given:
            drawer[coin] -= 1
        log.append(' '.join([str(coin) for coin in given]))
    worth = 0
    for coin in drawer:
        worth += coin * drawer[coin]
    return worth, failed, log
