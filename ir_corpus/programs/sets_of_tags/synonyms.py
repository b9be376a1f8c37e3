# calls: unify([['colour', 'Color', 'paint', 'COLOURS'], ['auto', 'cars', 'car'], ['paint', 'painting'], ['bus']] * 20, [('color', 'colour'), ('colours', 'colour'), ('auto', 'car'), ('cars', 'auto')])
# calls: unify([['x', 'X ', 'y']], [('y', 'x'), ('x', 'z')])
def make_canon(pairs):
    table = {}
    for alias, target in pairs:
        table[alias] = target

    def canon(tag):
        tag = tag.strip().lower()
        hops = 0
        while tag in table and hops < len(table):
            tag = table[tag]
            hops += 1
        return tag

    return canon


def unify(tag_lists, pairs):
    canon = make_canon(pairs)
    result = []
    changed = 0
    dropped = 0
    for tags in tag_lists:
        clean = []
        for tag in tags:
            name = canon(tag)
            if name != tag:
                changed += 1
            if name in clean:
                dropped += 1
            else:
                clean.append(name)
        result.append(clean)
    usage = {}
    for clean in result:
        for name in clean:
            usage[name] = usage.get(name, 0) + 1
    rare = sorted(name for name in usage if usage[name] * 2 <= max(usage.values()))
    return usage, changed, dropped, rare, suggestions(usage)


def suggestions(usage):
    found = []
    names = sorted(usage)
    for a in names:
        for b in names:
            if a != b and b.startswith(a):
                found.append((b, a))
    return found
