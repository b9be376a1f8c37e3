# calls: classify({i: (i - 1) // 2 for i in range(1, 150) if i % 11 != 5}, 0), classify({1: 0}, 0), classify({2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3}, 1)
def tributaries(flows_into, stream):
    return [s for s in flows_into if flows_into[s] == stream]


def order(flows_into, stream):
    upper = tributaries(flows_into, stream)
    if not upper:
        return 1
    orders = sorted([order(flows_into, s) for s in upper], reverse=True)
    if len(orders) > 1 and orders[0] == orders[1]:
        return orders[0] + 1
    return orders[0]


def distance(flows_into, stream, mouth):
    n = 0
    while stream != mouth:
        if stream not in flows_into:
            return None
        stream = flows_into[stream]
        n += 1
    return n


def classify(flows_into, mouth):
    top = order(flows_into, mouth)
    lengths = {}
    lost = 0
    for stream in flows_into:
        d = distance(flows_into, stream, mouth)
        if d is None:
            lost += 1
        else:
            lengths[d] = lengths.get(d, 0) + 1
    children = [len(tributaries(flows_into, s)) for s in lengths]
    return top, lengths, lost, max(children)
