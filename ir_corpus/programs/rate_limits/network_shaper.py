# calls: shape([(i * 3, ['voice', 'web', 'bulk'][i * 5 % 7 % 3], 200 + i * 97 % 1300) for i in range(120)], 350), shape([(0, 'bulk', 9000)], 1000)
WEIGHTS = {'voice': 6, 'web': 3, 'bulk': 1}
MTU = 500


def fragments(size):
    pieces = []
    while size > MTU:
        pieces.append(MTU)
        size -= MTU
    pieces.append(size)
    return pieces


def backlog(queues):
    total = 0
    for name in queues:
        for born, size in queues[name]:
            total += size
    return total


def serve_round(queues, credit, budget, now, delays):
    sent = 0
    for name in WEIGHTS:
        if not queues[name]:
            credit[name] = 0
            continue
        credit[name] += WEIGHTS[name] * 100
        while queues[name]:
            born, size = queues[name][0]
            if size > credit[name] or sent + size > budget:
                break
            queues[name].pop(0)
            credit[name] -= size
            sent += size
            delays[name].append(now - born)
    return sent


def shape(packets, rate):
    queues = {name: [] for name in WEIGHTS}
    credit = {name: 0 for name in WEIGHTS}
    delays = {name: [] for name in WEIGHTS}
    budget = 0
    now = 0
    i = 0
    peak = 0
    while i < len(packets) or backlog(queues) > 0:
        while i < len(packets) and packets[i][0] <= now:
            for piece in fragments(packets[i][2]):
                queues[packets[i][1]].append((now, piece))
            i += 1
        budget = min(budget + rate, 4 * rate)
        budget -= serve_round(queues, credit, budget, now, delays)
        peak = max(peak, backlog(queues))
        now += 1
    return now, peak, {n: (len(d), max(d), sum(d) / len(d)) for n, d in delays.items() if d}
