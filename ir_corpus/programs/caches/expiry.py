# calls: run([(t * 3, 'user%d' % (t * t % 29)) for t in range(300)], 60, 20)
def expired(entry, now, lifetime):
    return now - entry[1] > lifetime


def sweep(store, now, lifetime):
    dead = []
    for key in store:
        if expired(store[key], now, lifetime):
            dead.append(key)
    for key in dead:
        del store[key]
    return len(dead)


def run(requests, lifetime, interval):
    store = {}
    stale = 0
    fresh = 0
    removed = 0
    loads = 0
    largest = 0
    for number, (now, key) in enumerate(requests):
        if number % interval == interval - 1:
            removed += sweep(store, now, lifetime)
        if key in store and not expired(store[key], now, lifetime):
            fresh += 1
        else:
            if key in store:
                stale += 1
            loads += 1
            store[key] = (key.upper() + '!', now)
        largest = max(largest, len(store))
    return {'fresh': fresh, 'stale': stale, 'loads': loads, 'removed': removed, 'largest': largest}
