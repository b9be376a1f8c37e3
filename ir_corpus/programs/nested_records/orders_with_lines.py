# calls: fulfil([{'no': i, 'lines': [{'sku': 's%d' % (j * i % 9), 'qty': j + 1} for j in range(i % 5)], 'vip': i % 8 == 0} for i in range(70)], {'s%d' % k: 25 + k * 6 for k in range(9)}), fulfil([{'no': 1, 'lines': [{'sku': 'q', 'qty': 1}], 'vip': True}], {})
def can_ship(order, stock):
    wanted = {}
    for line in order['lines']:
        wanted[line['sku']] = wanted.get(line['sku'], 0) + line['qty']
    return all(stock.get(sku, 0) >= qty for sku, qty in wanted.items())


def take(order, stock):
    picked = 0
    for line in order['lines']:
        stock[line['sku']] -= line['qty']
        picked += line['qty']
    return picked


def partial(order, stock):
    rest = []
    sent = 0
    for line in order['lines']:
        have = min(line['qty'], stock.get(line['sku'], 0))
        if have:
            stock[line['sku']] -= have
            sent += have
        if have < line['qty']:
            rest.append({'sku': line['sku'], 'qty': line['qty'] - have})
    return sent, {'no': order['no'], 'lines': rest, 'vip': order['vip']}


def fulfil(orders, stock):
    stock = dict(stock)
    shipped = []
    back = []
    empty = 0
    for order in sorted(orders, key=lambda o: (not o['vip'], o['no'])):
        if not order['lines']:
            empty += 1
        elif can_ship(order, stock):
            shipped.append((order['no'], take(order, stock)))
        elif order['vip']:
            sent, rest = partial(order, stock)
            shipped.append((order['no'], sent))
            back.append(rest)
        else:
            back.append(order)
    demand = {}
    for order in back:
        for line in order['lines']:
            demand[line['sku']] = demand.get(line['sku'], 0) + line['qty']
    low = sorted(sku for sku in stock if stock[sku] < demand.get(sku, 0))
    return len(shipped), shipped[:4], [b['no'] for b in back], low, empty
