# calls: browse([('/page%d' % (i * i % 19), i * 6, i % 17 == 0) for i in range(170)], 4000), browse([('/page0', 0, False), ('/page0', 5, True)], 100)
def server(path, now, tag):
    number = int(path[5:])
    version = now // (50 + number * 20)
    current = '"%d-%d"' % (number, version)
    if tag == current:
        return 304, current, 0
    return 200, current, 200 + number * 90


def make_room(entries, needed, limit):
    evicted = []
    while entries and sum(e['size'] for e in entries.values()) + needed > limit:
        victim = min(entries, key=lambda p: (entries[p]['hits'] / entries[p]['size'], p))
        del entries[victim]
        evicted.append(victim)
    return evicted


def request(entries, path, now, reload, limit):
    entry = entries.get(path)
    if entry and now < entry['until'] and not reload:
        entry['hits'] += 1
        return 'hit', 0, 0
    tag = entry['tag'] if entry else None
    status, new_tag, size = server(path, now, tag)
    if status == 304:
        entry['until'] = now + 40
        return 'same', 1, 0
    entries.pop(path, None)
    gone = make_room(entries, size, limit)
    if size <= limit:
        entries[path] = {'tag': new_tag, 'size': size, 'until': now + 40, 'hits': 1}
    return 'miss', size, len(gone)


def browse(visits, limit):
    entries = {}
    counts = {'hit': 0, 'same': 0, 'miss': 0}
    traffic = 0
    thrown = 0
    for path, now, reload in visits:
        outcome, size, gone = request(entries, path, now, reload, limit)
        counts[outcome] += 1
        traffic += size
        thrown += gone
    return counts, traffic, thrown, sorted(entries), sum(e['size'] for e in entries.values())
