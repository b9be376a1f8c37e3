# calls: best_bundles([('abc'[i % 3:] + 'defg'[i % 4:i % 4 + 1 + i % 3], 20 + i * 13 % 50) for i in range(11)]), best_bundles([('a', 1), ('ab', 3), ('b', 1)]), best_bundles([])
def conflict(one, two):
    for item in one:
        if item in two:
            return True
    return False


def search(bids, i, taken, value, best):
    best['nodes'] += 1
    if value > best['value']:
        best['value'] = value
        best['bids'] = list(taken)
    for k in range(i, len(bids)):
        items, price = bids[k]
        if any(conflict(items, bids[t][0]) for t in taken):
            continue
        taken.append(k)
        search(bids, k + 1, taken, value + price, best)
        taken.pop()


def greedy(bids):
    order = sorted(range(len(bids)), key=lambda k: (-bids[k][1] / len(bids[k][0]) ** 0.5, k))
    chosen = []
    total = 0
    for k in order:
        if not any(conflict(bids[k][0], bids[c][0]) for c in chosen):
            chosen.append(k)
            total += bids[k][1]
    return total, sorted(chosen)


def best_bundles(bids):
    best = {'value': 0, 'bids': [], 'nodes': 0}
    search(bids, 0, [], 0, best)
    quick, chosen = greedy(bids)
    lost = [bids[k] for k in best['bids'] if k not in chosen]
    return best, quick, lost
