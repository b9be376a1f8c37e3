# calls: workshop('mug:12@4 bowl:8@7 vase:2@15 mug:30@4 plate:24@6 jug:5@11 bowl:16@7 tea pot:x@2 plate:6@6 ' * 9, {'mug': 0.4, 'bowl': 0.6, 'vase': 1.8, 'plate': 0.7, 'jug': 1.1}, 22.5)
# calls: workshop('mug:1@1', {'mug': 1}, 5)
def parse(text):
    orders = []
    wrong = []
    for token in text.split(' '):
        if token == '':
            continue
        if ':' not in token or '@' not in token:
            wrong.append(token)
            continue
        kind, rest = token.split(':', 1)
        count, minutes = rest.split('@')
        try:
            orders.append({'kind': kind, 'count': int(count), 'minutes': int(minutes)})
        except ValueError:
            wrong.append(token)
    return orders, wrong


def bags(orders, clay, size):
    weight = 0
    opened = 0
    for order in orders:
        for _ in range(order['count']):
            need = clay.get(order['kind'], 1.0) * 1.15
            if need > weight:
                opened += 1
                weight += size
            weight -= need
    return opened, weight


def workshop(text, clay, size):
    orders, wrong = parse(text)
    days = [[]]
    minutes = 0
    for order in orders:
        for k in range(order['count']):
            if minutes + order['minutes'] > 420:
                days.append([])
                minutes = 0
            minutes += order['minutes']
            if days[-1] and days[-1][-1][0] == order['kind']:
                days[-1][-1] = (order['kind'], days[-1][-1][1] + 1)
            else:
                days[-1].append((order['kind'], 1))
    opened, left = bags(orders, clay, size)
    return [', '.join('%d %s' % (n, k) for k, n in day) for day in days], opened, round(left, 3), wrong
