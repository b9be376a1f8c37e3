# calls: simulate([(i * i + i // 7) % 19 for i in range(300)], 8)
# calls: simulate([1, 2, 3, 1, 2, 4], 2)
def coldest(entries):
    victim = None
    for key in entries:
        if victim is None:
            victim = key
        elif entries[key]['uses'] < entries[victim]['uses']:
            victim = key
        elif entries[key]['uses'] == entries[victim]['uses'] and entries[key]['last'] < entries[victim]['last']:
            victim = key
    return victim


def simulate(requests, capacity):
    entries = {}
    evicted = {}
    hits = 0
    for clock in range(len(requests)):
        key = requests[clock]
        if key in entries:
            hits += 1
            entries[key]['uses'] += 1
            entries[key]['last'] = clock
            continue
        if len(entries) >= capacity:
            victim = coldest(entries)
            del entries[victim]
            if victim in evicted:
                evicted[victim] += 1
            else:
                evicted[victim] = 1
        entries[key] = {'uses': 1, 'last': clock}
    ranking = sorted(evicted.items(), key=lambda pair: pair[1])
    return hits, ranking[-3:], sorted(entries)
