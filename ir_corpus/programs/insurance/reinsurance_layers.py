# calls: treaty([(i * i * 6151 + 777) % 400000 / 10 for i in range(180)], [(5000, 5000, 1), (10000, 10000, 2), (20000, 15000, 0)]), treaty([100.0], [(50, 10, 0)])
def to_layer(loss, attach, limit):
    if loss <= attach:
        return 0.0
    return min(loss - attach, limit)


def run_layer(losses, attach, limit, reinstatements):
    capacity = limit * (reinstatements + 1)
    paid = []
    for loss in losses:
        wanted = to_layer(loss, attach, limit)
        got = min(wanted, capacity)
        capacity -= got
        paid.append(got)
    return paid, capacity


def treaty(losses, layers):
    years = [losses[k::6] for k in range(6)]
    rows = []
    for year in years:
        gross = sum(year)
        net = list(year)
        exhausted = 0
        for attach, limit, reinstatements in layers:
            paid, left = run_layer(year, attach, limit, reinstatements)
            net = [n - p for n, p in zip(net, paid)]
            if left == 0:
                exhausted += 1
        rows.append((round(gross, 1), round(sum(net), 1), exhausted))
    ceded = [(1 - net / gross) if gross else 0 for gross, net, _ in rows]
    return rows, round(max(ceded), 4)
