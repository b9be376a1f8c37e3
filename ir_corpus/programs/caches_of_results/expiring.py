# calls: day([(i * 17 % 1440, ['rate', 'news', 'weather'][i % 3], i * i % 5) for i in range(240)], {'rate': 30, 'news': 60, 'weather': 180}), day([(0, 'rate', 1), (29, 'rate', 1), (30, 'rate', 1)], {'rate': 30})
def fetch(kind, which, now):
    if kind == 'rate':
        return 100 + (now * 7 + which * 13) % 41
    if kind == 'news':
        return 'story %d-%d' % (now // 60, which)
    return ['sun', 'rain', 'fog'][(now // 180 + which) % 3]


def fresh(store, key, now, life):
    return key in store and now - store[key][0] < life


def sweep_out(store, now, lives):
    old = []
    for key in store:
        if now - store[key][0] >= lives[key[0]] * 2:
            old.append(key)
    for key in old:
        store.pop(key)
    return len(old)


def day(requests, lives):
    store = {}
    calls = {}
    stale = 0
    removed = 0
    largest = 0
    for step, (now, kind, which) in enumerate(sorted(requests)):
        key = (kind, which)
        if not fresh(store, key, now, lives[kind]):
            store[key] = (now, fetch(kind, which, now))
            calls[kind] = calls.get(kind, 0) + 1
        elif store[key][1] != fetch(kind, which, now):
            stale += 1
        if step % 10 == 9:
            removed += sweep_out(store, now, lives)
        largest = max(largest, len(store))
    return calls, stale, removed, largest, sorted(store)[:3]
