# calls: crawl({'/p%d' % i: ['/p%d' % ((i * 2 + 1) % 50), '/p%d?s=%d' % (i * 3 % 50, i), '/x/../p%d#top' % (i * 7 % 50)] for i in range(50)}, '/p0', 60, ['/p4', '/p13'])
# calls: crawl({'/': ['/a', '/b/./c/'], '/a': ['/']}, '/', 10, []), crawl({}, '/none', 3, ['/'])
def normalise(url):
    for mark in '#?':
        cut = url.find(mark)
        if cut >= 0:
            url = url[:cut]
    parts = []
    for part in url.split('/'):
        if part == '..':
            if parts:
                parts.pop()
        elif part not in ('', '.'):
            parts.append(part)
    return '/' + '/'.join(parts)


def forbidden(url, rules):
    return any(url == rule or url.startswith(rule + '/') for rule in rules)


def crawl(site, start, limit, rules):
    queue = [(start, 0)]
    seen = [start]
    fetched = []
    broken = []
    blocked = 0
    while queue and len(fetched) < limit:
        url, depth = queue.pop(0)
        if url not in site:
            broken.append(url)
            continue
        fetched.append((url, depth))
        for link in site[url]:
            target = normalise(link)
            if forbidden(target, rules):
                blocked += 1
            elif target not in seen:
                seen.append(target)
                queue.append((target, depth + 1))
    per_depth = {}
    for url, depth in fetched:
        per_depth[depth] = per_depth.get(depth, 0) + 1
    return len(fetched), per_depth, broken, blocked, [u for u, d in fetched][-3:]
